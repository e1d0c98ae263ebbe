// zh: 一个项目的来龙去脉：谁承担、在哪里、哪年到哪一步
// en: The life line of a project: who undertakes it, where, how far in which year
// param: project text "星海科技三期项目" 项目名称、别名或编号 | Project
// columns: project, year, what, other, target, report, sentence
// :param project => "星海科技三期项目"
WITH reduce(key = toLower($project), mark IN [' ', '“', '”', '‘', '’', '"', "'", '「', '」', '『', '』', '《', '》', '·'] | replace(key, mark, '')) AS key
CALL (key) {
  MATCH (e:Entity {id: $project})
  RETURN e
  UNION
  MATCH (e:Entity)
  WHERE e.search CONTAINS key AND '|' + e.search + '|' CONTAINS '|' + key + '|'
  RETURN e
}
WITH e, CASE WHEN e.id = $project THEN 0 WHEN e.key = key THEN 1 ELSE 2 END AS rank
ORDER BY rank, size(e.reports) DESC, e.mentions DESC, e.id
LIMIT 1
CALL (e) {
  MATCH (e)-[:HAS_MILESTONE]->(m:Milestone)-[:SAID_IN]->(p:Passage)
  RETURN m.year AS year, m.stage AS what, '' AS other, m.target AS target, p.id AS passage
  UNION
  MATCH (e)-[r:UNDERTAKES|LOCATED_IN|IN_INDUSTRY|CONTRIBUTES_TO|PART_OF|AWARDED]-(n:Entity)
  UNWIND r.passages AS passage
  MATCH (p:Passage {id: passage})
  MATCH (report:Report {id: p.report})
  RETURN report.year AS year, type(r) AS what, n.name AS other, false AS target, passage
}
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN e.name AS project, year, what, other, target, report.title AS report, p.text AS sentence
ORDER BY year, target, what, other, report, p.id
