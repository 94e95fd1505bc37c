import Analysis
import Text

/// The members of a `savings` object, the same in a summary and in `outcomes savings --format json`.
enum SavingsJSON {
  /// All null where there is no estimate.
  static func members(of estimate: SavingsEstimate?) -> [JSONMember] {
    let lost: [JSONMember] = [
      JSONMember("participants", count(estimate?.lostUnchanged.participants)),
      JSONMember("lost", count(estimate?.lost)),
    ]
    return SavingsFields.place.members(of: estimate)
      + [JSONMember("pairs", count(estimate?.pairs.participants))]
      + SavingsFields.days.members(of: estimate?.pairs)
      + SavingsFields.rate.members(of: estimate)
      + SavingsFields.money.members(of: estimate?.pairs)
      + SavingsFields.origin.members(of: estimate)
      + [
        JSONMember(
          "caveats", estimate.map { .array($0.rate.caveats.map(JSONValue.string)) } ?? .null),
        JSONMember(
          "lost_taken_as_unchanged",
          .object(
            lost + SavingsFields.days.members(of: estimate?.lostUnchanged)
              + SavingsFields.money.members(of: estimate?.lostUnchanged))),
      ]
  }

  private static func count(_ number: Int?) -> JSONValue {
    number.map(JSONValue.integer) ?? .null
  }
}
