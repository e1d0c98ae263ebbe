// zh: 一个实体在各报告中的提法和出现的段落
// en: The passages that name an entity, and what each report calls it
// param: id text "" 实体编号
// param: limit integer 100 最多几段
// columns: report, title, year, name, passage, heading, text, starts, ends
// flags: internal
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(p:Passage)
MATCH (report:Report {id: p.report})-[n:NAMES]->(e)
RETURN report.id AS report, report.title AS title, report.year AS year, n.name AS name, p.id AS passage, p.heading AS heading,
  p.text AS text, [s IN m.starts | s - p.start] AS starts, [s IN m.ends | s - p.start] AS ends
ORDER BY year DESC, report, p.index
LIMIT $limit
