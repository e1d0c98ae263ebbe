// zh: 一个实体的指标数值，附原文
// en: The figures of an entity, with the passages that say them
// param: id text "" 实体编号
// columns: observation, indicator, year, kind, measure, value, unit, bound, words, report, title, passage, text, start, end
// flags: internal
MATCH (e:Entity {id: $id})-[:HAS_OBSERVATION]->(o:Observation)-[s:SAID_IN]->(p:Passage)
MATCH (report:Report {id: s.report})
RETURN o.id AS observation, o.indicator AS indicator, o.year AS year, o.kind AS kind, o.measure AS measure, o.value AS value,
  o.unit AS unit, o.bound AS bound, o.text AS words, report.id AS report, report.title AS title, p.id AS passage, p.text AS text,
  s.start - p.start AS start, s.end - p.start AS end
ORDER BY indicator, measure, year, kind, observation, passage, start
