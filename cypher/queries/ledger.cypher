// zh: 目标账本：当年定下的目标，后来的实际结果
// en: The ledger: what was aimed at, and what came of it
// param: district text "" 行政区名称或编号（空为全部） | District
// param: limit integer 200 最多几行 | Limit (rows)
// columns: district, indicator, measure, year, target, targetBound, actual, unit, targetReport, targetSentence, actualReport, actualSentence
// flags: scan
// :param district => ""
// :param limit => 200
MATCH (d:District)-[:HAS_OBSERVATION]->(o:Observation)
WHERE o.kind <> 'estimate' AND o.value IS NOT NULL AND ($district = '' OR d.name = $district OR d.id = $district)
WITH d.name AS district, d.id AS id, o.indicator AS indicator, o.measure AS measure, o.year AS year, coalesce(o.unit, '') AS unit,
  collect(CASE WHEN o.kind = 'target' THEN o.id END) AS targets, collect(CASE WHEN o.kind = 'actual' THEN o.id END) AS actuals
WHERE size(targets) > 0 AND size(actuals) > 0
WITH district, id, indicator, measure, year, unit, targets, actuals
ORDER BY district, id, indicator, measure, unit, year
LIMIT $limit
UNWIND targets AS target
UNWIND actuals AS actual
MATCH (t:Observation {id: target})-[:SAID_IN]->(p:Passage)
WITH district, id, indicator, measure, year, unit, t, actual, min(p.id) AS said
MATCH (a:Observation {id: actual})-[:SAID_IN]->(q:Passage)
WITH district, id, indicator, measure, year, unit, t, a, said, min(q.id) AS done
ORDER BY district, id, indicator, measure, unit, year, t.value, a.value, t.id, a.id
LIMIT $limit
MATCH (p:Passage {id: said})
MATCH (q:Passage {id: done})
MATCH (targetReport:Report {id: p.report})
MATCH (actualReport:Report {id: q.report})
RETURN district, indicator, measure, year, t.value AS target, t.bound AS targetBound, a.value AS actual, unit,
  targetReport.title AS targetReport, p.text AS targetSentence, actualReport.title AS actualReport, q.text AS actualSentence
ORDER BY district, id, indicator, measure, unit, year, target, actual, t.id, a.id
