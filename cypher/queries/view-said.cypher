// zh: 一条指标数据的出处
// en: Where a figure is said
// param: id text "" 编号 | Id
// columns: report, passage, start, end, rule
// flags: internal
MATCH (f:Observation {id: $id})-[s:SAID_IN]->(p:Passage)
RETURN s.report AS report, p.id AS passage, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY passage, start
