// zh: 哪些报告提到它最多（次数与每万字次数），从哪年起
// en: Which reports name a thing most (count, and per 10,000 characters), and since when
// param: entity text "“七三一”发展战略" 实体名称、别名或编号
// param: limit integer 50 最多几份
// columns: report, year, district, calledHere, count, perTenThousand, since
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
MATCH (e)<-[n:NAMES]-(r:Report)
RETURN r.title AS report, r.year AS year, r.district AS district, n.name AS calledHere, n.count AS count,
  n.count * 10000.0 / r.characters AS perTenThousand, e.since AS since
ORDER BY perTenThousand DESC, count DESC, report, r.id
LIMIT $limit
