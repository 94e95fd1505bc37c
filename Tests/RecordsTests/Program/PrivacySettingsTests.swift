import Records
import Text
import XCTest

final class PrivacySettingsTests: XCTestCase {
  func testTheProgramsOwnMinimumAndRoundingAreReadAndWrittenBack() throws {
    for text in [
      #"{"policy": "cms"}"#, #"{"policy": "custom", "minimum": 6}"#,
      #"{"policy": "custom", "minimum": 20, "round_to": 10}"#,
    ] {
      let settings = try settings(text)
      guard case .object(let members) = settings.json else { return XCTFail("no object") }
      let privacy = try XCTUnwrap(members.first { $0.key == "privacy" }?.value)
      XCTAssertEqual(JSONWriter.compact(privacy), text)
    }
    XCTAssertEqual(
      try settings(#"{"policy": "custom", "minimum": 20, "round_to": 10}"#).privacy,
      PrivacySettings(policy: .custom, minimum: 20, roundTo: 10))
    XCTAssertEqual(try settings("{}").privacy, PrivacySettings(policy: .cms))
  }

  func testEveryProblemIsSaid() {
    XCTAssertEqual(
      messages(#"{"policy": "custom"}"#),
      [
        """
        privacy.minimum: the policy “custom” needs “minimum”
          the smallest number of people that may be shown, such as 11
        """
      ])
    XCTAssertEqual(
      messages(#"{"policy": "custom", "minimum": 1, "round_to": 0, "least": 3}"#),
      [
        "privacy.minimum: expected a number from 2 to 1000, found 1",
        "privacy.round_to: expected a number from 2 to 1000, found 0",
        "privacy.least: unknown key “least”\n  known keys: policy, minimum, round_to",
      ])
    XCTAssertEqual(
      messages(#"{"policy": "nhs", "minimum": 5, "round_to": "ten"}"#),
      [
        "privacy.round_to: expected a whole number, found text",
        """
        privacy.minimum: “minimum” is used only with the policy “custom”
          leave it out, or set “policy” to “custom”
        """,
        """
        privacy.round_to: “round_to” is used only with the policy “custom”
          leave it out, or set “policy” to “custom”
        """,
      ])
  }

  private func settings(_ privacy: String) throws(Problems) -> ProgramSettings {
    let text = """
      {"schema": "outcomes.program/1", "name": "x", "store": "csv",
       "timepoints": [{"id": "baseline", "day": 0}], "instruments": ["ucla-3"],
       "privacy": \(privacy)}
      """
    return try ProgramSettings(
      reading: JSONDocument.parse(Array(text.utf8), file: "program.json"), file: "program.json")
  }

  private func messages(_ privacy: String) -> [String] {
    do throws(Problems) {
      _ = try settings(privacy)
      return []
    } catch {
      return error.diagnostics.map { String($0.text.dropFirst("program.json: ".count)) }
    }
  }
}
