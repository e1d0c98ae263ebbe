// zh: 按编号取段落
// en: Passages by their ids
// param: ids texts [] 段落编号 | Passage
// columns: id, report, index, heading, text, start
// flags: internal
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.report AS report, p.index AS index, p.heading AS heading, p.text AS text, p.start AS start
