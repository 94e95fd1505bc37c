import Documents
import Analysis

/// The numbers about one group of participants that a report may show: in a row of a table, an
/// object of JSON, or a sentence.
struct DisclosedRow: Sendable {
  let disclosure: Disclosure
  let place: CountPlace
  /// The counts of participants at this place that the row's statistics are computed from.
  let basis: [CountName]

  /// - Parameter basis: the counts of participants that the row's statistics are computed from.
  ///   Without any, shared output hides all statistics.
  init(_ disclosure: Disclosure, _ place: CountPlace, basis: CountName...) {
    self.disclosure = disclosure
    self.place = place
    self.basis = basis
  }

  /// A number of participants, hidden or rounded as the policy requires.
  func people(_ name: CountName, _ count: Int) -> Cell {
    guard let policy = disclosure.policy else { return .integer(count) }
    return shows(name) ? .integer(policy.rounded(count)) : .suppressed
  }

  /// A number of participants in a sentence.
  func text(_ name: CountName, _ count: Int) -> String {
    ReadableTable.text(people(name, count))
  }

  /// Returns true if the number of participants is shown.
  func shows(_ name: CountName) -> Bool {
    disclosure.shows(CountAddress(place, name))
  }

  /// True if statistics are shown.
  var showsStatistics: Bool {
    disclosure.policy == nil || !basis.isEmpty && basis.allSatisfy(shows)
  }

  /// True if statistics are shown with all their digits.
  var showsExactly: Bool { showsStatistics && disclosure.policy?.roundTo == nil }

  /// Returns a cell hidden or coarsened as its sensitivity requires.
  func cell(_ cell: Cell, _ sensitivity: Sensitivity) -> Cell {
    guard let policy = disclosure.policy else { return cell }
    let isRounded = policy.roundTo != nil
    switch sensitivity {
    case .none: return cell
    case .people(let name):
      guard case .integer(let count) = cell else { return cell }
      return people(name, count)
    case .following(let ways):
      return !isRounded && ways.contains { $0.allSatisfy(shows) } ? cell : .suppressed
    case .statistic(let decimals, let others):
      guard showsStatistics, others.allSatisfy(shows) else { return .suppressed }
      return isRounded ? cell.coarse(decimals: decimals) : cell
    case .revealing: return showsStatistics && !isRounded ? cell : .suppressed
    case .extreme: return .suppressed
    }
  }

  /// A statistic computed over the participants of the row.
  func statistic(_ cell: Cell, decimals: Int = 1) -> Cell {
    self.cell(cell, .statistic(decimals: decimals))
  }
}

/// The information that a value of a report discloses about participants.
enum Sensitivity: Sendable {
  /// None: a name, a day or a rate.
  case none
  /// A number of participants.
  case people(CountName)
  /// A number of participants that can be derived, in one or more ways, from the number enrolled
  /// and other counts. It is shown where these counts are. Where numbers are rounded it would
  /// disclose more than they do, so it is hidden.
  case following(from: [[CountName]])
  /// A statistic over the participants of the row. Where numbers are rounded it has few decimals,
  /// since all its digits would disclose the number it was divided by. It is shown only where the
  /// counts in `alsoFrom` are shown too.
  case statistic(decimals: Int = 1, alsoFrom: [CountName] = [])
  /// A statistic that would disclose the number of participants, alone or with the others of its
  /// row. It is hidden where numbers are rounded.
  case revealing
  /// A value that may belong to a single participant. Shared output always hides it.
  case extreme
}

extension Cell {
  /// The value with few decimals, also in CSV and JSON. A percentage is rounded to a whole number;
  /// a p value is rounded up to .001, .01 or the next hundredth; money has no decimals.
  fileprivate func coarse(decimals: Int) -> Cell {
    switch self {
    case .decimal(let value, let shown):
      .decimal(value.rounded(decimals), decimals: min(shown, decimals))
    case .change(let value, let shown):
      .change(value.rounded(decimals), decimals: min(shown, decimals))
    case .percent(let value, _): .percent(value.rounded(0), decimals: 0)
    case .share(let value, _): .share(value.rounded(0), decimals: 0)
    case .interval(let lower, let upper, let shown):
      .interval(
        lower: lower.rounded(decimals), upper: upper.rounded(decimals),
        decimals: min(shown, decimals))
    case .probability(let value):
      .probability(value <= 0.001 ? 0.001 : (value * 100).rounded(.up) / 100)
    case .money(let value, let currency, _):
      .money(value.rounded(0), currency: currency, decimals: 0)
    case .text, .integer, .date, .list, .flag, .missing, .suppressed, .blank: self
    }
  }
}

extension Double {
  /// The number rounded to at most two decimals, never to −0.
  fileprivate func rounded(_ decimals: Int) -> Double {
    let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : 100
    return (self * scale).rounded() / scale + 0
  }
}
