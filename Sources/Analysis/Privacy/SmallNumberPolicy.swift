import Instruments
import Records

/// The rules for numbers of people that leave the program.
package struct SmallNumberPolicy: Sendable, Equatable {
  /// The policy's name in `program.json` and JSON output.
  package let name: String
  /// The smallest number of people, other than 0, that may be shown.
  package let minimum: Int
  /// Numbers of people are rounded to the nearest multiple of this, halves upward; nil if they are
  /// shown exactly.
  package let roundTo: Int?
  /// The source of the policy.
  package let source: Source

  /// The policy named by a program's settings.
  package init(_ settings: PrivacySettings) {
    switch settings.policy {
    case .cms: self = .cms
    case .nhs: self = .nhs
    case .opensafely: self = .opensafely
    case .custom:
      // The settings are read with a minimum if the policy needs one.
      self.init(
        name: settings.policy.rawValue, minimum: settings.minimum ?? Self.cms.minimum,
        roundTo: settings.roundTo, source: Source("the program's own settings", .read))
    }
  }

  private init(name: String, minimum: Int, roundTo: Int?, source: Source) {
    self.name = name
    self.minimum = minimum
    self.roundTo = roundTo
    self.source = source
  }

  /// No number from 1 to 10; 0 may be shown.
  package static let cms = SmallNumberPolicy(
    name: "cms", minimum: 11, roundTo: nil,
    source: Source(
      "US Centers for Medicare & Medicaid Services, cell size suppression policy",
      .quoted(by: "ResDAC")))

  /// No number from 1 to 4, every other to the nearest 5.
  package static let nhs = SmallNumberPolicy(
    name: "nhs", minimum: 5, roundTo: 5,
    source: Source(
      "NHS Digital, Talking Therapies statistics, low numbers and suppression", .unverified))

  /// No number from 1 to 7, every other to the nearest 5.
  package static let opensafely = SmallNumberPolicy(
    name: "opensafely", minimum: 8, roundTo: 5,
    source: Source(
      "OpenSAFELY, rules for releasing results", .quoted(by: "the code of OpenSAFELY studies")))

  /// True if a number of people is too small to be shown.
  package func hides(_ count: Int) -> Bool {
    count > 0 && count < minimum
  }

  /// The number in the form in which it is shown.
  package func rounded(_ count: Int) -> Int {
    guard let roundTo else { return count }
    return (count + roundTo / 2) / roundTo * roundTo
  }

  /// The numbers shown in the same way as this one, including itself: the possible true values for
  /// a reader.
  func readings(of count: Int) -> ClosedRange<Int> {
    guard let roundTo, count > 0 else { return count...count }
    let first = rounded(count) - roundTo / 2
    return max(first, minimum)...(first + roundTo - 1)
  }
}
