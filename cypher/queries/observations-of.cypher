// zh: 一个实体的指标数值，附原文，年份最多的指标在前
// en: The figures of an entity, with the passages that say them; indicators of most years first
// param: entity text "云河区" 实体名称、别名或编号 | Entity
// param: indicator text "" 指标名称中的字（空为全部） | Part of the indicator’s name (empty: all)
// param: limit integer 500 最多几条 | Limit
// columns: observation, indicator, year, kind, measure, value, unit, bound, words, report, title, passage, text, start, end
// :param entity => "云河区"
// :param indicator => ""
// :param limit => 500
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
MATCH (e)-[:HAS_OBSERVATION]->(o:Observation)
WHERE $indicator = '' OR o.indicator CONTAINS $indicator
WITH o.indicator AS indicator, count(DISTINCT o.year) AS years, collect(o) AS figures
UNWIND figures AS o
MATCH (o)-[s:SAID_IN]->(p:Passage)
WITH years, o.id AS observation, indicator, o.measure AS measure, o.year AS year, o.kind AS kind, p.id AS passage, s.start AS start, s.end AS end
ORDER BY years DESC, indicator, measure, year, kind, observation, passage, start
LIMIT $limit
MATCH (o:Observation {id: observation})
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN observation, indicator, year, kind, measure, o.value AS value, o.unit AS unit, o.bound AS bound, o.text AS words,
  report.id AS report, report.title AS title, passage, p.text AS text, start - p.start AS start, end - p.start AS end
ORDER BY years DESC, indicator, measure, year, kind, observation, passage, start
