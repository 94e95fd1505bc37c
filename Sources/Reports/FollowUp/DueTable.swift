import Analysis
import Documents
import Records

/// The entries of `outcomes due` for people, with the days counted from the as-of date.
struct DueTable {
  let list: DueList

  var table: StreamedTable {
    let participants = list.entries.map(\.participant)
    let attributes = list.program.settings.attributes
    return StreamedTable(
      Column("participant", .leading),
      [timepoint, state, target, closes, missing]
        + AttributeLists(list.participants, attributes, of: participants)
        .columns(named: attributes), count: list.entries.count
    ) { [ids = list.participants.ids] in ids[participants[$0]] }
  }

  private var timepoint: StreamedTable.SharedColumn {
    .init(
      Column("timepoint", .leading), cells: list.program.timepoints.map { .text($0.id.rawValue) },
      indices: list.entries.map { Int32($0.timepoint) })
  }

  /// The state with the days to or since the day that it depends on: `late 1 day`.
  private var state: StreamedTable.SharedColumn {
    let states = FollowUpState.allCases
    let asOf = list.selection.asOf.daysSinceEpoch
    let ends: [FollowUpState: [Int32]] = [
      .late: list.days(\.target), .due: list.days(\.target), .soon: list.days(\.opens),
      .missed: list.days(\.closes),
    ]
    let keys = list.entries.enumerated().map { position, entry in
      let distance = abs((ends[entry.state]?[position] ?? asOf) - asOf)
      return distance * Int32(states.count) + Int32(entry.state.rank)
    }
    return .init(Column("state", .leading), keys: keys) { key in
      .text(states[key % states.count].words(days: key / states.count))
    }
  }

  private var target: StreamedTable.SharedColumn {
    .init(Column("due date", key: "target", .leading), keys: list.days(\.target)) {
      .date(CalendarDate(daysSinceEpoch: $0).description)
    }
  }

  private var closes: StreamedTable.SharedColumn {
    .init(
      Column("window closes", key: "closes", .leading),
      keys: list.entries.map { Int32($0.daysLeft) }
    ) { days in
      let distance = ReadableNumber.count(abs(days), "day")
      return .text(days == 0 ? "today" : days > 0 ? "in \(distance)" : "\(distance) ago")
    }
  }

  private var missing: StreamedTable.SharedColumn {
    let instruments = list.program.instruments
    return .init(
      Column("missing", .leading),
      cells: list.missingSets.map { set in
        guard set.count == instruments.count, set.count > 1 else {
          return .list(set.map { instruments[$0].name })
        }
        return .text(set.count == 2 ? "both" : "all \(set.count)")
      }, indices: list.entries.map { Int32($0.missing) })
  }
}

extension FollowUpState {
  /// The state in words.
  /// - Parameter days: the days to the target day or since it; for a window that is not open, to
  ///   its first day or since its last.
  package func words(days: Int) -> String {
    let distance = ReadableNumber.count(days, "day")
    return switch self {
    case .late: "\(distance) late"
    case .due: days == 0 ? "due today" : "due in \(distance)"
    case .soon: "opens in \(distance)"
    case .missed: "missed"
    }
  }
}
