// <cross-read> in a component: properties go in, events come out, and the state is the framework's.
import { Component, h, render } from "../node_modules/preact/dist/preact.mjs";
import "../dist/package/define.js";

const REPORTS = [
  { source: "Northwire", published: "2024-03-14", text: 'KALLVIK, Norway - Four people were killed when a ferry hit a cargo ship on Wednesday, police said. "We saw lights," said Ingrid Solheim.' },
  { source: "The Coastal Herald", published: "2024-03-15", text: "Five people died when a ferry and a cargo ship collided off Kallvik on Wednesday. Ingrid Solheim said she had seen lights." },
  { source: "Harbour Post", published: "2024-03-16", text: "Norway buried the five dead of the ferry disaster on Saturday. The captain was questioned again, police said." },
];

class Compared extends Component {
  state = { other: 1, findings: null };

  render(_, { other, findings }) {
    return [
      h("h1", {}, "Two reports in a framework's page"),
      h("label", {}, "Compare Northwire with ", h("select", { value: other, onChange: (e) => this.setState({ other: Number(e.target.value) }) },
        REPORTS.slice(1).map((report, i) => h("option", { value: i + 1 }, report.source)))),
      h("p", {}, h("output", {}, findings === null ? "Reading…" : `${findings} findings`)),
      h("cross-read", {
        show: "summary statements", left: REPORTS[0], right: REPORTS[other],
        "oncross-read-result": (e) => this.setState({ findings: e.result.comparison.findings.length }),
      }),
    ];
  }
}

render(h(Compared, {}), document.getElementById("app"));
