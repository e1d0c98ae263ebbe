// zh: 同一指标在各行政区的数值，附原文
// en: One indicator over the districts, with the sentence
// param: indicator text "地区生产总值" 指标名称 | Indicator
// param: year integer 0 年份（0 为全部） | Year (0: all)
// param: kind text "actual" 实际 actual、预计 estimate、目标 target（空为全部） | Actual, estimate or target (empty: all)
// param: measure text "level" 数值 level 或增幅 growth | Level or growth
// param: limit integer 200 最多几行 | Limit (rows)
// columns: district, year, kind, value, unit, bound, words, report, sentence
// flags: scan
// :param indicator => "地区生产总值"
// :param year => 0
// :param kind => "actual"
// :param measure => "level"
// :param limit => 200
MATCH (o:Observation)
WHERE o.indicator = $indicator AND o.measure = $measure AND ($year = 0 OR o.year = $year) AND ($kind = '' OR o.kind = $kind)
WITH o
MATCH (o)<-[:HAS_OBSERVATION]-(d:District)
MATCH (o)-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WITH o, d, p, report, CASE WHEN o.value IS NULL THEN 1 ELSE 0 END AS blank
RETURN d.name AS district, o.year AS year, o.kind AS kind, o.value AS value, o.unit AS unit, o.bound AS bound, o.text AS words,
  report.title AS report, p.text AS sentence
ORDER BY year DESC, blank, value DESC, district, kind, report, p.id, o.id
LIMIT $limit
