// zh: 一份报告的全部段落
// en: All passages of a report
// param: id text "" 报告编号
// columns: id, index, kind, level, text, start
// flags: internal
MATCH (r:Report {id: $id})-[:HAS_PASSAGE]->(p:Passage)
RETURN p.id AS id, p.index AS index, p.kind AS kind, p.level AS level, p.text AS text, p.start AS start
ORDER BY index
