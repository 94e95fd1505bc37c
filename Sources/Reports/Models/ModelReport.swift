import Documents
import Analysis
import Statistics
import Text

/// The report of `outcomes models`.
package struct ModelReport: Reportable {
  private let analysis: ModelAnalysis
  private let disclosure: Disclosure

  package init(_ analysis: ModelAnalysis, _ disclosure: Disclosure = .everything) {
    self.analysis = analysis
    self.disclosure = disclosure
  }

  package var document: Document {
    let title = "\(analysis.program): models as of \(analysis.selection.moment)"
    let enrolled = DisclosedRow(disclosure, CountPlace()).text(.enrolled, analysis.enrolled)
    let noun = analysis.enrolled == 1 ? "participant" : "participants"
    let opening = (["\(enrolled) \(noun) enrolled."] + analysis.selection.sentences)
      .joined(separator: " ")
    guard analysis.enrolled > 0 else {
      return Document(title: title, blocks: [.paragraph(opening)])
    }
    return Document(
      title: title,
      blocks: [.paragraph(opening), Self.caveat] + disclosure.note
        + analysis.measures.flatMap {
          MeasureModelBlocks(measure: $0, options: analysis.options, disclosure: disclosure).blocks
        } + [notes])
  }

  package var table: Table { ModelRows(analysis: analysis, disclosure: disclosure).table }

  package var json: JSONValue { ModelJSON(analysis: analysis, disclosure: disclosure).document }

  private static let caveat = Block.paragraph(
    "A model uses all participants with any score and assumes that scores are missing at random:"
      + " a participant who was not assessed is assumed to have changed like others with the same"
      + " scores at the other timepoints. The scores cannot show whether that is true."
      + " Before-and-after change has no comparison group.")

  private var notes: Block {
    let groups = analysis.selection.groupedBy != nil
    let all =
      Self.always + [degreesOfFreedom] + (groups ? [baseline, differences] : [])
      + (analysis.options.withGrowth ? [Self.growth] : []) + Self.missing
    return .notes("How these numbers are computed", all)
  }

  private static let always = [
    "Mixed model for repeated measures: a mean for each timepoint, unstructured covariance of a"
      + " participant's scores, restricted maximum likelihood (REML), baseline as a response. In R:"
      + " nlme::gls with corSymm and varIdent, or mmrm with us(). The log-likelihood leaves out"
      + " ½ ln |X'X|, as they do.",
    "AIC and BIC: as in nlme, which counts means and covariances as parameters, and scores minus"
      + " means as observations; --format json also has those of mmrm, which counts covariances and"
      + " participants.",
    "percent: 100 × change / baseline mean, both from the model, with Fieller's interval and the"
      + " degrees of freedom of the change.",
    "p (Holm): adjusted across all instruments and timepoints here, within the whole cohort or one"
      + " group.",
  ]

  private var degreesOfFreedom: String {
    let method = analysis.options.degreesOfFreedom
    let whose =
      switch method.approximation {
      case .kenwardRoger:
        "df and standard errors: Kenward and Roger (1997, doi 10.2307/2533558)"
      case .satterthwaite:
        "df: Satterthwaite's; standard errors are not adjusted, and F tests are Kenward and Roger's"
      }
    switch method.information {
    case .observed:
      return whose + "; information: observed, as in SAS (ddfm=kr) and R's mmrm. R's pbkrtest uses"
        + " expected information: --information expected."
    case .expected:
      return whose + "; information: expected, as in R's pbkrtest. SAS and R's mmrm use observed"
        + " information, which is the one to trust where scores are missing at random:"
        + " --information observed."
    }
  }

  private var baseline: String {
    switch analysis.options.baseline {
    case .common:
      "Groups share one mean at baseline: constrained longitudinal data analysis (Liang and Zeger"
        + " 2000, Sankhyā B 62)."
    case .separate: "Each group has its own mean at baseline; all groups share one covariance."
    }
  }

  private var differences: String {
    let which =
      analysis.selection.reference == nil ? "every two groups" : "each group and the reference"
    return "Difference: change of the first group − change of the second, for \(which); p (Holm):"
      + " adjusted across all differences here. Whether groups changed differently is one test of"
      + " all groups at all timepoints, Kenward and Roger's F: read it before the differences."
  }

  private static let growth =
    "Straight lines: score on day of the timepoint, random intercept and slope, REML, as in R's"
    + " lme4::lmer(score ~ day + (day | participant)), singular fits included; if lmer stops"
    + " early, use I(day / 30), which raises its log-likelihood by ln 30. With scores on only two"
    + " days, random intercepts only. A line may not fit: compare it with the means above. A"
    + " timepoint's day is the number of days from enrollment until it is due."

  private static let missing = [
    "Complete pairs, and scores carried forward: paired t test. A score carried forward counts as"
      + " if it had been observed, so the interval is too narrow.",
    "How much worse: δ is added to the score that the model expects for each participant lost to"
      + " follow-up, including those never scored; the change moves by δ × lost / due, and its"
      + " standard error stays the same (Cro et al. 2020, doi 10.1002/sim.8569). Participants"
      + " whose window has not closed are not lost to follow-up.",
  ]
}
