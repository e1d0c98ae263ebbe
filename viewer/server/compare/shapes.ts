/** What the API tells of districts side by side. */
import type { Measure, RelationType, Stage } from "../../../ingest/ontology.ts";
import type { NodeCard, ObservationFact } from "../api.ts";

/** A figure of one of the compared districts; where it is said, /api/said tells. */
export interface DistrictFigure extends Omit<ObservationFact, "evidence"> {
  /** Id of the district. */
  district: string;
  /** The value in the unit of its indicator's group: 5000 万元 among 亿元 is 0.5. */
  plotted: number | null;
}

/** One indicator in one measure and unit. */
export interface ComparedIndicator {
  indicator: string;
  measure: Measure;
  unit: string | null;
  figures: DistrictFigure[];
}

/** An initiative or industry with the districts that pursue it. */
export interface ComparedAim {
  node: NodeCard;
  relation: RelationType;
  districts: string[];
}

/** How far a project is: what was reached last, and what is aimed for after that. */
export interface ComparedProject {
  id: string;
  name: string;
  district: string;
  stage: Stage;
  year: number;
  /** Nothing was reached yet, this is only aimed for. */
  target: boolean;
}

export interface Comparison {
  districts: NodeCard[];
  /** Those that most of the districts have first. */
  indicators: ComparedIndicator[];
  /** Shared ones first. */
  aims: ComparedAim[];
  projects: ComparedProject[];
}

/** A district that can be compared, with the number of reports about it. */
export interface DistrictChoice {
  node: NodeCard;
  reports: number;
}
