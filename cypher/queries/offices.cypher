// zh: 谁任什么职务
// en: Who holds which office
// param: limit integer 100 最多几条 | Limit
// columns: person, title, of, report, sentence
// :param limit => 100
MATCH (a:Person)-[r:HOLDS_OFFICE]->(b:Entity)
WITH a, r, b
MATCH (p:Passage {id: r.passages[0]})
MATCH (report:Report {id: p.report})
RETURN a.name AS person, r.title AS title, b.name AS of, report.title AS report, p.text AS sentence
ORDER BY of, person, title, r.id
LIMIT $limit
