import Analysis
import Text

/// The members of a `savings` object, the same in a summary and in `outcomes savings --format json`.
enum SavingsJSON {
  /// All null where there is no estimate.
  static func members(of estimate: SavingsEstimate?, _ disclosure: Disclosure) -> [JSONMember] {
    let estimate = estimate?.disclosed(disclosure)
    let pairs = DisclosedRow(disclosure, estimate?.place ?? CensusPlace(), basis: .pairs)
    var object = DisclosedObject()
    object.add(SavingsFields.place, of: estimate, pairs)
    object.add(SavingsFields.pairs, of: estimate?.pairs, pairs)
    object.add(SavingsFields.days, of: estimate?.pairs, pairs)
    object.add(SavingsFields.rate, of: estimate, pairs)
    object.add(SavingsFields.money, of: estimate?.pairs, pairs)
    object.add(SavingsFields.origin, of: estimate, pairs)
    object.add(
      "caveats", estimate.map { .array($0.rate.caveats.map(JSONValue.string)) } ?? .null)
    object.add("lost_taken_as_unchanged", lostUnchanged(estimate, disclosure))
    return object.finished
  }

  /// What `outcomes savings` has beyond the summary's estimate: null and empty where there is none.
  static func furtherMembers(
    of estimate: SavingsEstimate?, _ disclosure: Disclosure
  ) -> [JSONMember] {
    let estimate = estimate?.disclosed(disclosure)
    let cost = estimate.flatMap { estimate in
      estimate.balance.map { balance in
        var object = DisclosedObject()
        object.add(SavingsBalanceNotes.fields, of: balance, estimate.rowOfPairs(disclosure))
        return object.json
      }
    }
    let scenarios = estimate.map { estimate in
      estimate.sensitivity.map { scenario in
        var object = DisclosedObject()
        object.add(SensitivityTable.fields, of: scenario, estimate.row(of: scenario, disclosure))
        return object.json
      }
    }
    return [
      JSONMember("program_cost", cost ?? .null),
      JSONMember("sensitivity", .array(scenarios ?? [])),
    ]
  }

  private static func lostUnchanged(
    _ estimate: SavingsEstimate?, _ disclosure: Disclosure
  ) -> JSONValue {
    let row = estimate?.rowOfLostUnchanged(disclosure) ?? DisclosedRow(disclosure, CensusPlace())
    var object = DisclosedObject()
    object.add(SavingsFields.pairsAndLost, of: estimate?.lostUnchanged, row)
    object.add(SavingsFields.lost, of: estimate, row)
    object.add(SavingsFields.days, of: estimate?.lostUnchanged, row)
    object.add(SavingsFields.money, of: estimate?.lostUnchanged, row)
    return object.json
  }
}
