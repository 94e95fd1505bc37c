import Instruments
import Records
import TestSupport
import Text
import XCTest

final class ProgramSettingsJSONTests: XCTestCase {
  func testTheDocumentHasItsKeysInAFixedOrder() throws {
    var settings = try SampleProgram.settings(.json)
    settings.instruments = try ["phq-9", "healthy-days"].map(SampleProgram.instrument)
    settings.missingItemRules = [try SampleProgram.instrument("phq-9"): "prorated"]
    settings.attentionMessage = "Call the line."
    settings.privacy = PrivacySettings(policy: .nhs)
    XCTAssertEqual(
      JSONWriter.pretty(settings.json),
      """
      {
        "schema": "outcomes.program/2",
        "name": "Riverside peer support",
        "store": "json",
        "timepoints": [
          {"id": "baseline", "day": 0, "early": 0, "late": 14},
          {"id": "day30", "day": 30, "early": 7, "late": 14},
          {"id": "day90", "day": 90, "early": 14, "late": 30}
        ],
        "instruments": ["phq-9", "healthy-days"],
        "attributes": ["site", "age_band"],
        "missing_items": {"phq-9": "prorated"},
        "attention": "Call the line.",
        "privacy": {"policy": "nhs"}
      }
      """)
  }

  func testWhatIsWrittenIsReadBack() throws {
    for store in LineFormat.allCases {
      for policy in PrivacyPolicy.allCases where policy != .custom {
        var settings = try SampleProgram.settings(store)
        settings.privacy.policy = policy
        XCTAssertEqual(try read(JSONWriter.pretty(settings.json)), settings)
        settings.attentionMessage = "Call “the line”."
        settings.missingItemRules = [
          try SampleProgram.instrument("phq-9"): "prorated",
          try SampleProgram.instrument("gad-7"): "complete",
        ]
        settings.savings = SavingsRate.humana2019(
          instrument: try SampleProgram.instrument("healthy-days"))
        XCTAssertEqual(try read(JSONWriter.pretty(settings.json)), settings)
      }
    }
  }

  func testTheLeastDocument() throws {
    let settings = try read(
      """
      {"schema": "outcomes.program/1", "name": "x", "store": "csv",
       "timepoints": [{"id": "baseline", "day": 0}], "instruments": ["ucla-3"]}
      """)
    XCTAssertEqual(settings.timepoints.map { [$0.day, $0.early, $0.late] }, [[0, 0, 0]])
    XCTAssertEqual(settings.baseline, settings.timepoints[0])
    XCTAssertEqual(settings.attributes, [])
    XCTAssertEqual(settings.missingItemRules, [:])
    XCTAssertNil(settings.attentionMessage)
    XCTAssertNil(settings.savings)
    XCTAssertEqual(settings.privacy, PrivacySettings(policy: .cms))
  }

  func testABrokenDocumentListsEveryProblem() {
    XCTAssertEqual(
      messages(
        """
        {"schema": "outcomes.program/1", "nmae": "x", "store": "cvs",
         "timepoints": [
           {"id": "Day 30", "day": 30, "early": -1, "late": -2}, {"id": "b", "day": 30},
           {"id": "a", "day": 7}, {"id": "a", "day": 90.5}, {"id": "c", "day": 40000}],
         "instruments": ["ucla-3", "UCLA", "ucla-3"],
         "attributes": ["site", "Age", "seal", "site"],
         "missing_items": {"PHQ": "prorated", "phq-9": 1},
         "attention": 1, "privacy": {"policy": "cns", "least": 10}}
        """),
      [
        "name: “name” is missing: expected text",
        "store: “cvs” is not a valid value\n  did you mean “csv”?",
        "timepoints[0].early: expected 0 days or more",
        "timepoints[0].late: expected 0 days or more",
        """
        timepoints[0].id: “Day 30”: a timepoint id has lowercase letters, digits and _, and\
         starts with a letter
        """,
        "timepoints[3].day: expected a whole number, found a number",
        "timepoints: “a” must come on a later day than “b”",
        "timepoints: “a” must come on a later day than “a”",
        "timepoints: “a” is listed twice",
        "timepoints: “c” is more than a hundred years from enrollment",
        "instruments: “ucla-3” is listed twice",
        "instruments: “UCLA” is not a valid instrument id",
        "attributes: “site” is listed twice",
        """
        attributes: “Age”: an attribute has lowercase letters, digits and _, and starts with a\
         letter
        """,
        "attributes: “seal”: this name is already a column of the participants file",
        "missing_items.PHQ: expected an instrument id and the name of a rule",
        "missing_items.phq-9: expected an instrument id and the name of a rule",
        "attention: expected text, found a number",
        "privacy.policy: “cns” is not a valid value\n  did you mean “cms”?",
        "privacy.least: unknown key “least”\n  known keys: policy, minimum, round_to",
        "nmae: unknown key “nmae”\n  did you mean “name”?",
      ])
  }

  func testAnEmptyDocumentListsWhatIsNeeded() {
    XCTAssertEqual(
      messages("{}"),
      [
        "schema: “schema” is missing: expected text", "name: “name” is missing: expected text",
        "store: “store” is missing: write “csv” or “json”",
        "timepoints: at least one timepoint is needed",
        "instruments: at least one instrument is needed",
      ])
  }

  func testTimepointsComeOnDifferentDays() throws {
    func problems(_ days: Int...) throws -> [String] {
      ProgramSettings.problems(
        with: try days.enumerated().map { index, day in
          Timepoint(id: try SampleProgram.timepoint("t\(index)"), day: day, early: 0, late: 0)
        })
    }
    XCTAssertEqual(try problems(0, 30, 31, 36_525), [])
    XCTAssertEqual(try problems(-7, 0), [])
    XCTAssertEqual(try problems(0, 30, 30), ["“t2” must come on a later day than “t1”"])
    XCTAssertEqual(
      try problems(.min, 0, .max),
      ["t0", "t2"].map { "“\($0)” is more than a hundred years from enrollment" })
  }

  func testPartsOfTheWrongKind() {
    XCTAssertEqual(
      messages(
        """
        {"schema": "outcomes.program/1", "name": "x", "store": "csv", "timepoints": "baseline",
         "instruments": ["ucla-3"], "missing_items": "prorated", "savings": 15.64}
        """
      ).filter { !$0.hasPrefix("savings.") },
      [
        "timepoints: expected a list of objects, found text",
        "timepoints: at least one timepoint is needed",
        "missing_items: expected an object, found text",
        "savings: expected an object, found a number",
      ])
  }

  /// A document of another version is not picked to pieces.
  func testAnUnknownSchemaIsTheOnlyProblem() {
    XCTAssertEqual(
      messages(#"{"schema": "outcomes.program/3", "future": 1}"#),
      [
        """
        schema: this program was made by a newer version of outcomes: its schema is\
         “outcomes.program/3”
          update outcomes; this version reads outcomes.program/2
        """
      ])
  }

  private func read(_ text: String) throws(Problems) -> ProgramSettings {
    try ProgramSettings(
      reading: JSONDocument.parse(Array(text.utf8), file: "program.json"), file: "program.json")
  }

  /// What reading a document finds wrong with it, without the file's name.
  private func messages(_ text: String) -> [String] {
    do throws(Problems) {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.map { String($0.text.dropFirst("program.json: ".count)) }
    }
  }
}
