// zh: 哪些数值互相矛盾（同一指标、年份、口径，不同报告说法不一）
// en: Values that do not agree: one indicator of one year, said differently by different reports
// param: district text "" 只看这个行政区（空为全部） | District
// param: limit integer 100 最多几对 | Limit (pairs)
// columns: entity, indicator, year, kind, measure, unit, value, other, report, otherReport, text, otherText
// :param district => ""
// :param limit => 100
MATCH (a:Observation)-[:CONFLICTS_WITH]->(b:Observation)
WITH a, b
MATCH (a)<-[:HAS_OBSERVATION]-(e:Entity)
WHERE $district = '' OR e.name = $district OR e.id = $district
MATCH (a)-[:SAID_IN]->(p:Passage)
MATCH (b)-[:SAID_IN]->(q:Passage)
MATCH (r:Report {id: p.report})
MATCH (s:Report {id: q.report})
RETURN e.name AS entity, a.indicator AS indicator, a.year AS year, a.kind AS kind, a.measure AS measure, a.unit AS unit,
  a.value AS value, b.value AS other, r.title AS report, s.title AS otherReport, p.text AS text, q.text AS otherText
ORDER BY entity, indicator, year, value, other, report, otherReport, p.id, q.id
LIMIT $limit
