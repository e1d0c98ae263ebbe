// zh: 一个实体的进展节点和出处
// en: The milestones of an entity and where they are said
// param: id text "" 实体编号 | Entity
// columns: milestone, report, passage, start, end, rule
// flags: internal
MATCH (e:Entity {id: $id})-[:HAS_MILESTONE]->(m:Milestone)-[s:SAID_IN]->(p:Passage)
RETURN m AS milestone, s.report AS report, p.id AS passage, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY m.id, p.id, s.start
