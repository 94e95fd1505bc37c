import Foundation
import TestSupport

@testable import Analysis

/// What was recorded of single participants' changes, from Fixtures/Oracles/responders.
enum RecordedResponders {
  /// R's index of reliable change of the invented people, by instrument.
  static func reliableChange() throws -> [String: Measure] {
    let all: All = try decode("reliable_change")
    return all.measures
  }

  /// What was counted person by person, by group (`all` for everybody) and follow-up.
  static func counts() throws -> [String: [String: Counts]] {
    try decode("counts")
  }

  private struct All: Decodable {
    let measures: [String: Measure]
  }

  struct Measure: Decodable {
    let parameters: Parameters
    let pairs, allBaselines: Index
    let alphaAtBaseline: Double
  }

  struct Parameters: Decodable {
    let reliability, mFunctional, sdFunctional: Double
  }

  struct Index: Decodable {
    let n: Int
    let sdBaseUsed, meanBaseUsed, sem, sDiff, rawChangeThreshold: Double
    let cutoffA, cutoffB, cutoffC: Double
    let counts: [String: Int]
    let reliableOnly: [String: Int]
    /// The categories of whoever changed reliably, by id.
    let changed: [String: String]
  }

  struct Counts: Decodable {
    let measures: [String: Rules]
    let talkingTherapies: [String: Int]
    let depression: [String: Int]
  }

  struct Rules: Decodable {
    let pairs: Int
    let rules: [String: [String: Int]]
    let categories: [String: [String: Int]]
    let agreements: [String: Agreement]
  }

  struct Agreement: Decodable {
    let agree: Double
    let kappa: Double
  }

  /// Only the names of properties are turned: ids and categories are data.
  private static func decode<Value: Decodable>(_ name: String) throws -> Value {
    try Fixtures.decode(
      "Oracles/responders/\(name).json",
      keys: .custom { path in
        let key = path[path.count - 1].stringValue
        return Key(stringValue: properties[key] ?? key)
      })
  }

  private static let properties = [
    "m_functional": "mFunctional", "sd_functional": "sdFunctional",
    "all_baselines": "allBaselines", "alpha_at_baseline": "alphaAtBaseline",
    "sd_base_used": "sdBaseUsed", "mean_base_used": "meanBaseUsed", "s_diff": "sDiff",
    "raw_change_threshold": "rawChangeThreshold", "cutoff_a": "cutoffA", "cutoff_b": "cutoffB",
    "cutoff_c": "cutoffC", "reliable_only": "reliableOnly",
    "talking_therapies": "talkingTherapies",
  ]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension ResponderAnalysis {
  /// The measure of an instrument, of everybody or of a group.
  func measure(_ instrument: String, group: String? = nil) -> MeasureResponders? {
    measures.first { $0.instrument.id.rawValue == instrument && $0.group?.value == group }
  }
}
