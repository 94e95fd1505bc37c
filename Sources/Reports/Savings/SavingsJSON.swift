import Documents
import Analysis
import Records
import Text

/// The members of a `savings` object, the same in a summary and in `outcomes savings --format
/// json`.
struct SavingsJSON {
  /// The estimate with coarse numbers where required; nil makes all members null.
  private let estimate: SavingsEstimate?
  private let disclosure: Disclosure
  private let ofPairs: DisclosedRow
  private let ofLost: DisclosedRow
  private let sentences: SavingsSentences?

  init(_ estimate: SavingsEstimate?, _ disclosure: Disclosure) {
    self.estimate = estimate?.disclosed(disclosure)
    self.disclosure = disclosure
    let place = estimate?.place ?? CountPlace()
    ofPairs = estimate?.rowOfPairs(disclosure) ?? DisclosedRow(disclosure, place)
    ofLost = estimate?.rowOfLostUnchanged(disclosure) ?? DisclosedRow(disclosure, place)
    sentences = estimate.map { SavingsSentences($0, disclosure) }
  }

  var members: [JSONMember] {
    var object = DisclosedObject()
    object.add(SavingsFields.place, of: estimate, ofPairs)
    object.add(SavingsFields.pairs, of: estimate?.pairs, ofPairs)
    object.add(SavingsFields.days, of: estimate?.pairs, ofPairs)
    object.add(SavingsFields.rate, of: estimate, ofPairs)
    object.add(SavingsFields.money, of: estimate?.pairs, ofPairs)
    object.add(SavingsFields.origin, of: estimate, ofPairs)
    object.add("headline", .optional(sentences?.headline))
    object.add(
      "caveats",
      .array(estimate.map { SavingsCaveats.list(for: $0).map(JSONValue.string) } ?? []))
    object.add("rate_range", range)
    object.add(
      "lost_taken_as_unchanged",
      people(
        SavingsFields.pairsAndLost, estimate?.lostUnchanged, ofLost, lost: SavingsFields.lost))
    object.add(
      "everyone_enrolled",
      people(
        SavingsFields.enrolled, estimate?.everyoneEnrolled, ofPairs,
        countedBy: estimate?.rowOfEnrolled(disclosure)))
    return object.finished
  }

  /// The members of `outcomes savings` that the summary's estimate leaves out.
  var furtherMembers: [JSONMember] {
    [
      JSONMember("program_cost", cost),
      JSONMember("sensitivity", .array((estimate?.sensitivity ?? []).map(scenario))),
    ]
  }

  private func people(
    _ count: [Field<ValuedChange>], _ saving: ValuedChange?, _ row: DisclosedRow,
    lost: [Field<SavingsEstimate>] = [], countedBy ofCount: DisclosedRow? = nil
  ) -> JSONValue {
    var object = DisclosedObject()
    object.add(count, of: saving, ofCount ?? row)
    object.add(lost, of: estimate, row)
    object.add(SavingsFields.days, of: saving, row)
    object.add(SavingsFields.money, of: saving, row)
    return object.json
  }

  private var range: JSONValue {
    guard let estimate, let range = estimate.rate.range else { return .null }
    var object = DisclosedObject()
    object.add(SavingsFields.range, of: range, ofPairs)
    for (key, scenario) in zip(["at_low", "at_high"], estimate.endsOfTheRate) {
      var end = DisclosedObject()
      end.add(SavingsFields.money, of: scenario.saving, ofPairs)
      object.add(key, end.json)
    }
    return object.json
  }

  private var cost: JSONValue {
    guard let estimate, let balance = estimate.balance else { return .null }
    var object = DisclosedObject()
    object.add(SavingsBalanceFields.cost, of: balance, ofPairs)
    object.add(SavingsBalanceFields.balance, of: balance, ofPairs)
    var lost = DisclosedObject()
    lost.add(SavingsBalanceFields.balance, of: estimate.balanceLostUnchanged, ofLost)
    object.add("lost_taken_as_unchanged", lost.json)
    return object.json
  }

  private func scenario(_ scenario: SavingsScenario) -> JSONValue {
    var object = DisclosedObject()
    object.add(
      SensitivityTable.fields, of: scenario,
      scenario.assumption == .lostUnchanged ? ofLost : ofPairs)
    return object.json
  }
}
