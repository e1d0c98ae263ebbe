// zh: 全文检索段落
// en: Passages by full text
// param: q text "项目" 要找的词句 | Words to find
// param: limit integer 20 最多几段 | Limit (passages)
// columns: passage, report, title, year, heading, text, score
// :param q => "项目"
// :param limit => 20
CALL grafeo.search.text('Passage', 'text', $q, $limit) YIELD node_id, score
MATCH (p:Passage) WHERE id(p) = node_id
MATCH (report:Report {id: p.report})
RETURN p.id AS passage, report.id AS report, report.title AS title, report.year AS year, p.heading AS heading, p.text AS text, score
ORDER BY score DESC, passage
