// zh: 目标账本：当年定下的目标，后来的实际结果
// en: The ledger: what was aimed at, and what came of it
// param: district text "" 行政区名称（空为全部）
// param: limit integer 200 最多几行
// columns: district, indicator, measure, year, target, targetBound, actual, unit, targetSentence, actualSentence
// flags: scan
// :params {district: "", limit: 200}
MATCH (d:District)-[:HAS_OBSERVATION]->(t:Observation)
WHERE t.kind = 'target' AND t.value IS NOT NULL AND ($district = '' OR d.name = $district OR d.id = $district)
WITH d, t
MATCH (d)-[:HAS_OBSERVATION]->(a:Observation)
WHERE a.kind = 'actual' AND a.value IS NOT NULL AND a.year = t.year AND a.indicator = t.indicator AND a.measure = t.measure AND a.unit = t.unit
WITH d, t, a
MATCH (t)-[:SAID_IN]->(p:Passage)
WITH d, t, a, min(p.text) AS targetSentence
MATCH (a)-[:SAID_IN]->(q:Passage)
WITH d, t, a, targetSentence, min(q.text) AS actualSentence
RETURN d.name AS district, t.indicator AS indicator, t.measure AS measure, t.year AS year, t.value AS target, t.bound AS targetBound,
  a.value AS actual, t.unit AS unit, targetSentence, actualSentence
ORDER BY district, indicator, measure, year, target, actual, t.id, a.id
LIMIT $limit
