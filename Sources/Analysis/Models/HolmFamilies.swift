import Statistics

/// Adjusts the p-values of all models in an output by Holm's method. The changes of all
/// participants, or of one group, are one family over every instrument and timepoint; so are all
/// differences between groups.
enum HolmFamilies {
  static func adjusted(_ measures: [MeasureModel]) -> [MeasureModel] {
    var models = measures.map { try? $0.repeatedMeasures.get() }
    adjustChanges(&models)
    adjustDifferences(&models)
    return zip(measures, models).map { measure, model in
      var measure = measure
      if let model { measure.repeatedMeasures = .success(model) }
      return measure
    }
  }

  private static func adjustChanges(_ models: inout [RepeatedMeasures?]) {
    let places = models.indices.flatMap { model in
      (models[model]?.means.indices ?? 0..<0).map { (model: model, mean: $0) }
    }
    let families = Dictionary(grouping: places) { models[$0.model]?.means[$0.mean].group }
    for family in families.values {
      let p = HolmAdjustment.adjusted(family.map { models[$0.model]?.means[$0.mean].change?.p })
      for (place, p) in zip(family, p) { models[place.model]?.means[place.mean].adjustedP = p }
    }
  }

  private static func adjustDifferences(_ models: inout [RepeatedMeasures?]) {
    let places = models.indices.flatMap { model in
      (models[model]?.differences.indices ?? 0..<0).map { (model: model, difference: $0) }
    }
    let p = HolmAdjustment.adjusted(
      places.map { models[$0.model]?.differences[$0.difference].contrast?.p })
    for (place, p) in zip(places, p) {
      models[place.model]?.differences[place.difference].adjustedP = p
    }
  }
}
