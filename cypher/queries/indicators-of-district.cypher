// zh: 某个行政区的指标逐年情况，目标与实际并列，年份最多的指标在前
// en: The indicators of a district by year, target beside actual; those of most years first
// param: district text "云河区" 行政区名称或编号 | District
// param: indicator text "" 指标名称中的字（空为全部） | Part of the indicator’s name (empty: all)
// param: limit integer 500 最多几行 | Limit (rows)
// columns: indicator, measure, unit, year, actual, estimate, target, reports, sentences
// :param district => "云河区"
// :param indicator => ""
// :param limit => 500
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
ORDER BY size(d.reports) DESC, d.id
LIMIT 1
MATCH (d)-[:HAS_OBSERVATION]->(o:Observation)
WHERE $indicator = '' OR o.indicator CONTAINS $indicator
WITH o.indicator AS indicator, o.measure AS measure, coalesce(o.unit, '') AS unit, count(DISTINCT o.year) AS years, collect(o) AS figures
UNWIND figures AS o
WITH years, indicator, measure, unit, o
ORDER BY o.id
WITH years, indicator, measure, unit, o.year AS year, collect(o.id) AS ids,
  collect(CASE WHEN o.kind = 'actual' THEN o.value END) AS actual,
  collect(CASE WHEN o.kind = 'estimate' THEN o.value END) AS estimate,
  collect(CASE WHEN o.kind = 'target' THEN o.value END) AS target
ORDER BY years DESC, indicator, measure, unit, year
LIMIT $limit
UNWIND ids AS id
MATCH (:Observation {id: id})-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WITH years, indicator, measure, unit, year, actual, estimate, target, report.title AS report, p.id AS passage, p.text AS sentence
ORDER BY report, passage
WITH years, indicator, measure, unit, year, actual, estimate, target, collect(DISTINCT report) AS reports, collect(DISTINCT sentence) AS sentences
RETURN indicator, measure, unit, year, actual, estimate, target, reports, sentences
ORDER BY years DESC, indicator, measure, unit, year
