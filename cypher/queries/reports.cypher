// zh: 库里有哪些报告
// en: The reports in the graph
// columns: id, title, kind, district, chain, year, passages, entities, claimed, ignored, unclaimed, node
MATCH (report:Report)
RETURN report.id AS id, report.title AS title, report.kind AS kind, report.district AS district, report.chain AS chain,
  report.year AS year, report.passageCount AS passages, COUNT { (report)-[:NAMES]->() } AS entities, report.claimed AS claimed,
  report.ignored AS ignored, report.unclaimed AS unclaimed, report AS node
ORDER BY district, year, kind, id
