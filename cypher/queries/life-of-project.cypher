// zh: 一个项目的来龙去脉：谁承担、在哪里、哪年到哪一步
// en: The life line of a project: who undertakes it, where, how far in which year
// param: project text "星海科技三期项目" 项目名称或编号
// columns: year, what, other, target, report, sentence
// :params {project: "星海科技三期项目"}
MATCH (n:Entity)
WHERE n.id = $project OR n.name = $project OR $project IN n.aliases
WITH n
MATCH (n)-[:HAS_MILESTONE]->(m:Milestone)-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
RETURN m.year AS year, m.stage AS what, '' AS other, m.target AS target, report.title AS report, p.text AS sentence
ORDER BY year, target, what, report, sentence
UNION
MATCH (n:Entity)
WHERE n.id = $project OR n.name = $project OR $project IN n.aliases
WITH n
MATCH (n)-[r:UNDERTAKES|LOCATED_IN|IN_INDUSTRY|CONTRIBUTES_TO|PART_OF|AWARDED]-(e:Entity)
UNWIND range(0, size(r.passages) - 1) AS i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
RETURN report.year AS year, type(r) AS what, e.name AS other, false AS target, report.title AS report, p.text AS sentence
ORDER BY year, what, other, report, sentence
