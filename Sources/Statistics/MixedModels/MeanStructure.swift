/// The model of the means: for each group, a linear function of the fixed effects.
package struct MeanStructure: Sendable {
  /// For each group, a matrix with a row for each timepoint and a column for each fixed effect. The
  /// mean of the group at the timepoint is the row times the fixed effects.
  package let designs: [Matrix]

  /// An arbitrary linear structure.
  ///
  /// - Parameter designs: a matrix for each group, as in `designs`, all of the same shape; at least
  ///   one.
  package init(designs: [Matrix]) { self.designs = designs }

  /// The number of fixed effects.
  package var effects: Int { designs[0].columns }

  /// The number of timepoints.
  package var timepoints: Int { designs[0].rows }

  /// A mean for each timepoint of each group: effect g·timepoints + t is that of group g at t.
  package static func cellMeans(timepoints: Int, groups: Int = 1) -> MeanStructure {
    MeanStructure(
      designs: (0..<groups).map { group in
        Matrix(rows: timepoints, columns: groups * timepoints) { timepoint, effect in
          effect == group * timepoints + timepoint ? 1 : 0
        }
      })
  }

  /// One mean for all groups at timepoint 0, effect 0, and a mean for each group at each later
  /// timepoint t, effect 1 + g·(timepoints − 1) + t − 1.
  ///
  /// The constrained longitudinal data analysis of Liang & Zeger (2000), "Longitudinal data
  /// analysis of continuous and discrete responses for pre-post designs", Sankhyā B 62.
  package static func commonBaseline(timepoints: Int, groups: Int) -> MeanStructure {
    let later = timepoints - 1
    return MeanStructure(
      designs: (0..<groups).map { group in
        Matrix(rows: timepoints, columns: 1 + groups * later) { timepoint, effect in
          effect == (timepoint == 0 ? 0 : group * later + timepoint) ? 1 : 0
        }
      })
  }

  /// A straight line for each group: effect 2g is its mean at day 0, effect 2g + 1 its slope per
  /// day.
  ///
  /// - Parameter days: the day of each timepoint.
  package static func lines(days: [Double], groups: Int = 1) -> MeanStructure {
    MeanStructure(
      designs: (0..<groups).map { group in
        Matrix(rows: days.count, columns: 2 * groups) { timepoint, effect in
          guard effect / 2 == group else { return 0 }
          return effect % 2 == 0 ? 1 : days[timepoint]
        }
      })
  }
}
