import Foundation
import XCTest

/// The numbers of people that outputs of `summary` and `savings` print, as a reader takes them from
/// the text: by address, such as `all/ucla-3/day30/n`.
struct PrintedNumbers {
  /// A number, or nil where `[c]` or null stands for it.
  private(set) var numbers: [String: Int?] = [:]
  /// Everybody, and the groups in their order.
  private(set) var scopes: [String] = []
  let instruments = ["ucla-3", "healthy-days"]
  let timepoints = ["baseline", "day30", "day90"]

  /// Adds `summary --format json`.
  mutating func addSummary(json text: String) throws {
    let document = try Self.object(text)
    let cohort = try XCTUnwrap(document["cohort"] as? [String: Any])
    note("all/enrolled", cohort["enrolled"])
    note("all/withdrawn", cohort["withdrawn"])
    for measure in try XCTUnwrap(document["measures"] as? [[String: Any]]) {
      let scope = Self.scope(measure["group"] as? [String: Any])
      if !scopes.contains(scope) { scopes.append(scope) }
      let instrument = try XCTUnwrap(measure["instrument"] as? String)
      for point in try XCTUnwrap(measure["timepoints"] as? [[String: Any]]) {
        let place = "\(scope)/\(instrument)/\(try XCTUnwrap(point["timepoint"] as? String))"
        note(place + "/n", point["n"])
        note(place + "/outside", point["scored_outside_window"])
        note(place + "/due", point["due"])
        note(place + "/lost_to_follow_up", point["lost_to_follow_up"])
        for (reason, count) in try XCTUnwrap(point["missing"] as? [String: Any])
        where reason != "suppressed" {
          note(place + "/" + reason, count)
        }
        guard let change = point["change"] as? [String: Any] else { continue }
        note(place + "/pairs", change["pairs"])
        note(place + "/undefined", change["mean_percent_change_undefined"])
      }
    }
    try addSavings(XCTUnwrap(document["savings"] as? [String: Any]))
  }

  /// Adds `summary --format csv`, where everybody in a group is counted.
  mutating func addSummary(csv text: String) {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for values in rows.dropFirst() {
      let row = Dictionary(uniqueKeysWithValues: zip(rows[0], values))
      let value = row["group_value"] ?? ""
      let scope =
        row["group_attribute"] == "" ? "all" : value.hasSuffix("together]") ? "merged" : value
      let place = "\(scope)/\(row["instrument"] ?? "")/\(row["timepoint"] ?? "")"
      note(scope + "/enrolled", row["enrolled"])
      for (key, name) in [
        ("n", "n"), ("not_due", "not_due"), ("pairs", "pairs"), ("withdrawn", "withdrawn"),
        ("not_assessed", "not_assessed"), ("skipped", "skipped"),
        ("scored_outside_window", "outside"),
      ] where row[key] != "" {
        note(place + "/" + name, row[key])
      }
    }
  }

  /// Adds `summary --format markdown`, where those without a baseline are counted.
  mutating func addSummary(markdown text: String) {
    var place = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        let instrument = line.hasPrefix("## UCLA-3") ? "ucla-3" : "healthy-days"
        let group = line.components(separatedBy: "(site = ").dropFirst().first?.dropLast()
        let scope = line.contains("values together") ? "merged" : group.map(String.init) ?? "all"
        place = "\(scope)/\(instrument)"
      }
      for timepoint in timepoints.dropFirst() where line.hasPrefix("- \(timepoint): ") {
        let words = line.components(separatedBy: " who ha")
        let count = words.count > 1 ? words[0].split(separator: " ").last.map(String.init) : "0"
        note("\(place)/\(timepoint)/unpaired", count)
      }
    }
  }

  /// Adds `savings --format json`, with groups or without, and `--format markdown`.
  mutating func addSavings(json: String, markdown: String) throws {
    let document = try Self.object(json)
    let timepoint = try XCTUnwrap(document["timepoint"] as? String)
    for part in try [document] + XCTUnwrap(document["groups"] as? [[String: Any]]) {
      try addSavings(part)
      let scope = Self.scope(part["group"] as? [String: Any])
      for valuation in try XCTUnwrap(part["valuations"] as? [[String: Any]]) {
        try addValue(valuation, "\(scope)/ucla-3/\(timepoint)")
      }
      let everyone = try XCTUnwrap(part["everyone_enrolled"] as? [String: Any])
      note(scope + "/enrolled", everyone["participants"])
    }
    let lines = markdown.split(separator: "\n").map(String.init)
    guard
      let line = lines.first(where: {
        $0.contains("lost to follow-up at") || $0.contains("All participants due")
      })
    else { return }
    for (words, name) in [
      ("not assessed", "not_assessed"), ("declined or not reached", "skipped"),
      ("withdrawn", "withdrawn"),
      ("with too few answers", "not_scorable"), ("outside the window", "outside_window"),
      ("more may still be scored", "not_due"),
    ] {
      let before = line.components(separatedBy: " " + words)
      let count = before.count > 1 ? before[0].split(separator: " ").last.map(String.init) : "0"
      note("all/healthy-days/\(timepoint)/before/\(name)", count)
    }
  }

  private mutating func addSavings(_ savings: [String: Any]) throws {
    let scope = Self.scope(savings["group"] as? [String: Any])
    let timepoint = try XCTUnwrap(savings["timepoint"] as? String)
    try addValue(savings, "\(scope)/healthy-days/\(timepoint)")
  }

  /// What stands of people beside a change in money.
  private mutating func addValue(_ value: [String: Any], _ place: String) throws {
    let lost = try XCTUnwrap(value["lost_taken_as_unchanged"] as? [String: Any])
    note(place + "/pairs", value["pairs"])
    guard place.hasPrefix("all/") else { return }
    note(place + "/lost", lost["lost"])
    note(place + "/pairs_and_lost", lost["participants"])
  }

  /// Whether a number is printed only where it follows from others of its row.
  static func isFollowing(_ address: String) -> Bool {
    address.hasSuffix("/due") || address.hasSuffix("/lost_to_follow_up")
  }

  /// Two outputs must not tell different things of one number.
  private mutating func note(_ address: String, _ value: Any?) {
    let number: Int?
    switch value {
    case let text as String: number = Int(text.replacingOccurrences(of: ",", with: ""))
    case let value as NSNumber: number = value.intValue
    default: number = nil
    }
    if let known = numbers[address] {
      XCTAssertEqual(known, number, "\(address) is not the same everywhere")
    }
    numbers[address] = .some(number)
  }

  private static func scope(_ group: [String: Any]?) -> String {
    guard let group else { return "all" }
    return group["value"] as? String ?? "merged"
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try XCTUnwrap(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
