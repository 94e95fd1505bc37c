import Text

/// The `privacy` settings of `program.json`: the smallest number of people that may be shown in
/// what is shared outside the program.
package struct PrivacySettings: Sendable, Equatable {
  package var policy: PrivacyPolicy
  /// The smallest number of people that may be shown; required for the policy `custom` and used
  /// only there.
  package var minimum: Int?
  /// Numbers of people are rounded to the nearest multiple of this number, with the policy `custom`
  /// only; nil if they are not rounded.
  package var roundTo: Int?

  package init(policy: PrivacyPolicy = .cms, minimum: Int? = nil, roundTo: Int? = nil) {
    self.policy = policy
    self.minimum = minimum
    self.roundTo = roundTo
  }

  /// Reads the `privacy` object of `program.json`.
  init(reading reader: inout JSONObjectReader) {
    policy = reader.choice("policy", PrivacyPolicy.self) ?? .cms
    minimum = reader.optionalInteger("minimum")
    roundTo = reader.optionalInteger("round_to")
    if policy == .custom, reader.value("minimum") == nil {
      reader.report(
        "the policy “custom” needs “minimum”", at: "minimum",
        remedy: "the smallest number of people that may be shown, such as 11")
    }
    for (key, value) in [("minimum", minimum), ("round_to", roundTo)] {
      if policy != .custom, reader.value(key) != nil {
        reader.report(
          "“\(key)” is used only with the policy “custom”", at: key,
          remedy: "leave it out, or set “policy” to “custom”")
      } else if let value, !Self.possible.contains(value) {
        reader.report("expected a number from 2 to 1000, found \(value)", at: key)
      }
    }
  }

  /// The `privacy` object of `program.json`.
  var json: JSONValue {
    .object(
      [JSONMember("policy", .string(policy.rawValue))]
        + [("minimum", minimum), ("round_to", roundTo)].compactMap { key, value in
          value.map { JSONMember(key, .integer($0)) }
        })
  }

  /// A minimum of 1 would hide nothing, and rounding to 1 would change nothing.
  private static let possible = 2...1000
}

/// A rule for small numbers: that of a public body, or the program's own.
package enum PrivacyPolicy: String, Sendable, CaseIterable {
  /// US Centers for Medicare & Medicaid Services.
  case cms
  /// NHS Talking Therapies, England.
  case nhs
  case opensafely
  /// The program's own minimum and rounding.
  case custom
}
