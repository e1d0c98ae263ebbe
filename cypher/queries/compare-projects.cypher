// zh: 几个行政区的项目进展和出处
// en: The milestones of projects in several districts and where they are said
// param: ids texts [] 行政区编号
// columns: district, node, milestone, report, passage, start, end, rule
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})<-[:LOCATED_IN]-(n:Entity)-[:HAS_MILESTONE]->(m:Milestone)-[s:SAID_IN]->(p:Passage)
WITH DISTINCT d, n, m, s, p
RETURN d.id AS district, n AS node, m AS milestone, s.report AS report, p.id AS passage, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY n.id, m.id, p.id, s.start
