// zh: 哪些报告提到它最多（次数与每万字次数），从哪年起
// en: Which reports name a thing most (count, and per 10,000 characters), and since when
// param: entity text "“七三一”发展战略" 实体名称或编号
// param: limit integer 50 最多几份
// columns: report, year, district, calledHere, count, perTenThousand, since
// :params {entity: "“七三一”发展战略", limit: 50}
MATCH (e:Entity)
WHERE e.id = $entity OR e.name = $entity OR $entity IN e.aliases
WITH e
MATCH (e)<-[n:NAMES]-(r:Report)
RETURN r.title AS report, r.year AS year, r.district AS district, n.name AS calledHere, n.count AS count,
  n.count * 10000.0 / r.characters AS perTenThousand, e.since AS since
ORDER BY perTenThousand DESC, count DESC, report, r.id, e.id
LIMIT $limit
