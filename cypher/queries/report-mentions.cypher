// zh: 一份报告里提到的实体及其位置
// en: The entities named in a report, with their places in the text
// param: report text "" 报告编号 | Report
// columns: passage, entity, name, type, starts, ends, probability
// flags: internal
MATCH (:Report {id: $report})-[:HAS_PASSAGE]->(p:Passage)-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage, e.id AS entity, e.name AS name, e.type AS type, m.starts AS starts, m.ends AS ends,
  m.probability AS probability
ORDER BY p.index, entity
