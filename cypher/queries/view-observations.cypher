// zh: 一个实体的指标数据和出处
// en: The figures of an entity and where they are said
// param: id text "" 实体编号 | Entity
// columns: observation, report, passage, start, end, rule
// flags: internal
MATCH (e:Entity {id: $id})-[:HAS_OBSERVATION]->(o:Observation)-[s:SAID_IN]->(p:Passage)
RETURN o AS observation, s.report AS report, p.id AS passage, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY o.id, p.id, s.start
