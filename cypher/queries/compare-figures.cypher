// zh: 几个行政区的指标数据和出处
// en: The figures of several districts and where they are said
// param: ids texts [] 行政区编号
// columns: district, observation, report, passage, start, end, rule
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})-[:HAS_OBSERVATION]->(o:Observation)-[s:SAID_IN]->(p:Passage)
RETURN d.id AS district, o AS observation, s.report AS report, p.id AS passage, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY o.id, p.id, s.start
