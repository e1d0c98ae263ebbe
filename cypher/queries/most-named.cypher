// zh: 哪些报告提到它最多（次数与每万字次数），从哪年起，附第一句
// en: Which reports name a thing most (count, and per 10,000 characters), since when, and the first sentence
// param: entity text "“七三一”发展战略" 实体名称、别名或编号 | Entity
// param: limit integer 50 最多几份 | Limit (reports)
// columns: report, year, district, calledHere, count, perTenThousand, since, sentence
// :param entity => "“七三一”发展战略"
// :param limit => 50
WITH reduce(key = toLower($entity), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Entity {id: $entity})
  RETURN e
  UNION
  MATCH (e:Entity)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $entity THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
MATCH (e)<-[:MENTIONS]-(p:Passage)<-[:HAS_PASSAGE]-(r:Report)
WITH e, r, min(p.index) AS index
MATCH (r)-[n:NAMES]->(e)
WITH r, e.since AS since, n.name AS calledHere, n.count AS count, n.count * 10000.0 / r.characters AS perTenThousand, index
ORDER BY perTenThousand DESC, count DESC, r.title, r.id
LIMIT $limit
MATCH (p:Passage {id: r.id + '.' + toString(index)})
RETURN r.title AS report, r.year AS year, r.district AS district, calledHere, count, perTenThousand, since, p.text AS sentence
ORDER BY perTenThousand DESC, count DESC, report, r.id
