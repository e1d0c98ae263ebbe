/** The reports with year, district and kind; a click reads one. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { REPORT_KINDS } from "../../../ingest/ontology.ts";
import type { ReportCard } from "../../server/api.ts";
import { visible } from "../canvas/labels.ts";
import { AddReports } from "../ingest/Ingest.tsx";
import { ReportMenu } from "../ingest/ReportMenu.tsx";
import { read } from "../state.ts";
import { act } from "../store.ts";
import { useSpeech } from "../words.ts";

const FIRST_REPORTS = 8;

export function Reports({ reports }: { reports: ReportCard[] }) {
  const { say, name } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, FIRST_REPORTS);
  return (
    <section>
      <h2>
        {say("reports")} <small>{reports.length}</small>
      </h2>
      <ul className="report-list">
        {shown.map((report) => (
          <li key={report.id}>
            <UnstyledButton onClick={() => act(read(report.id))}>
              <b>{report.year ?? "—"}</b>
              <span>{visible(report.title.slice(0, 80))}</span>
              <small>
                {visible(report.district)} · {name(REPORT_KINDS[report.kind])}
              </small>
            </UnstyledButton>
            <ReportMenu report={report} />
          </li>
        ))}
      </ul>
      <AddReports />
      {reports.length > shown.length && (
        <UnstyledButton className="more" onClick={() => setAll(true)}>
          {say("showMore", { n: reports.length - shown.length })}
        </UnstyledButton>
      )}
    </section>
  );
}
