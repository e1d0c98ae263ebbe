// zh: 一份报告的全文段落
// en: The passages of a report in order
// param: report text "" 报告编号 | Report
// columns: passage, index, kind, level, section, text, start, end
// flags: internal
MATCH (:Report {id: $report})-[:HAS_PASSAGE]->(p:Passage)
RETURN p.id AS passage, p.index AS index, p.kind AS kind, p.level AS level, p.section AS section, p.text AS text,
  p.start AS start, p.end AS end
ORDER BY index
