// zh: 一个项目（设施、园区等）的进展历程，附原文
// en: The milestones of a thing, with the passages that say them
// param: id text "" 实体编号
// columns: milestone, stage, year, target, report, title, passage, text, start, end
// flags: internal
MATCH (e:Entity {id: $id})-[:HAS_MILESTONE]->(m:Milestone)-[s:SAID_IN]->(p:Passage)
MATCH (report:Report {id: s.report})
RETURN m.id AS milestone, m.stage AS stage, m.year AS year, m.target AS target, report.id AS report, report.title AS title,
  p.id AS passage, p.text AS text, s.start - p.start AS start, s.end - p.start AS end
ORDER BY year, target, stage, passage, start
