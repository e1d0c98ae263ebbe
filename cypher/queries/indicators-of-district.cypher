// zh: 某个行政区的指标逐年情况，目标与实际并列
// en: The indicators of a district by year, target beside actual
// param: district text "云河区" 行政区名称或编号
// param: indicator text "" 指标名称中的字（空为全部）
// param: limit integer 500 最多几行
// columns: indicator, measure, unit, year, actual, estimate, target, sentences
// :params {district: "云河区", indicator: "", limit: 500}
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
MATCH (d)-[:HAS_OBSERVATION]->(o:Observation)
WHERE $indicator = '' OR o.indicator CONTAINS $indicator
WITH o
MATCH (o)-[:SAID_IN]->(p:Passage)
WITH o, p
ORDER BY o.id, p.id
WITH o, collect(p.text) AS texts
WITH o, texts[0] AS sentence
WITH o.indicator AS indicator, o.measure AS measure, o.unit AS unit, o.year AS year,
  collect(CASE WHEN o.kind = 'actual' THEN o.value END) AS actual,
  collect(CASE WHEN o.kind = 'estimate' THEN o.value END) AS estimate,
  collect(CASE WHEN o.kind = 'target' THEN o.value END) AS target,
  collect(DISTINCT sentence) AS sentences
RETURN indicator, measure, unit, year, actual, estimate, target, sentences
ORDER BY indicator, measure, unit, year
LIMIT $limit
