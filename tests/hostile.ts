/** What a console has to refuse or survive. */

/** Never run, on either store: writes, files, network, other databases, the server's affairs. */
export const REFUSED: readonly string[] = [
  "CREATE (n:Entity {id: 'x'}) RETURN n",
  "create (n)",
  "MERGE (n:Entity {id: 'x'})",
  "MATCH (n) DETACH DELETE n",
  "MATCH (n) DELETE n",
  "MATCH (n:Report) SET n.title = 'x'",
  "MATCH (n:Report) SET n:Entity",
  "MATCH (n:Report) SET n += {a: 1}",
  "MATCH (n:Report) REMOVE n.title",
  "MATCH (n:Report) REMOVE n:Report",
  "FOREACH (i IN [1] | CREATE (:X))",
  "MATCH (n:Report) FOREACH (x IN [n] | SET x.a = 1)",
  "UNWIND [1,2] AS i CREATE (:X {i: i})",
  "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1 ROWS",
  "MATCH (n) CALL (n) { SET n.x = 1 }",
  "RETURN 1 AS a UNION CREATE (n) RETURN 1 AS a",
  "/* a comment */ CREATE (n)",
  "// a comment\nCREATE (n)",
  "MATCH (n) WITH n /* ' */ DELETE n // '",
  "MATCH (n {name: 'it\\'s'}) DELETE n",
  'MATCH (n) WHERE n.name = "\'" DELETE n //"',
  "CRE\\u0041TE (n)",
  "\\u0043REATE (n)",
  "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  "LOAD CSV FROM '/etc/hostname' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/' AS line RETURN line",
  "load\ncsv from 'file:///etc/passwd' as line return line",
  "LOAD/**/CSV FROM 'file:///etc/passwd' AS l RETURN l",
  "L\\u004fAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
  "CALL { LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l } RETURN l",
  "DROP CONSTRAINT entity_id",
  "CREATE INDEX x FOR (n:Entity) ON (n.name)",
  "CREATE USER mallory SET PASSWORD 'abcdefgh'",
  "DROP DATABASE neo4j",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
  "SHOW USERS",
  "SHOW SETTINGS YIELD name, value RETURN name, value",
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  "USE system MATCH (n) RETURN n",
  "CALL dbms.listConfig() YIELD name RETURN name",
  "CALL dbms.security.listUsers()",
  "CALL dbms.killConnection('bolt-1')",
  "CALL db.createLabel('X')",
  "CALL db.clearQueryCaches()",
  "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
  "CALL apoc.load.json('http://127.0.0.1/')",
  "CALL `apoc`.`load`.`json`('http://127.0.0.1/')",
  "CALL apoc.export.csv.all('/tmp/x.csv', {})",
  "CALL apoc . cypher . doIt ('CREATE (n)', {})",
  "RETURN apoc.load.jdbc('x') AS x",
  "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'}) AS v",
  "CALL grafeo.backup('/tmp/x')",
  "MATCH (n) RETURN n; MATCH (m) DELETE m",
  "INSERT (:X)",
  "EXPLAIN CREATE (n)",
  "PROFILE CREATE (n)",
];

/** Run, but stopped by time or memory. */
export const RUNAWAY: readonly string[] = [
  "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id <> b.id + c.id + d.id + e.id + f.id RETURN count(*) AS c",
  "MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS c",
  "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS c",
];

/** Wrong, with the place: [query, line, column]. */
export const WRONG: readonly [string, number, number][] = [
  ["MATCH (n:Entity RETURN n", 1, 17],
  ["MATCH (n:Entity)\nRETURN m.name", 2, 8],
];

/** Harmless although they look otherwise. */
export const ALLOWED: readonly string[] = [
  "RETURN 'CREATE (n) DELETE n' AS text",
  "RETURN \"LOAD CSV FROM 'x'\" AS text",
  "MATCH (n:Report) RETURN n.title AS `set`",
  "// CREATE nothing\nMATCH (n:Report) RETURN count(n) AS c",
  "MATCH (n:Report) WHERE n.deleted IS NULL RETURN count(n) AS c",
  "CALL db.labels() YIELD label RETURN label",
];
