"""Takes the parts about paired change and reliable change out of whole-cohort results of R.

python3 cohorts.py FOLDER        Writes cohorts.json from synthetic_dev300, btheb, claus_2020 and
jacobson_1989 in FOLDER, made by run_oracles.R with lib.R of ../cohorts. The people themselves are
kept of the invented cohort only; with --everybody after FOLDER, of all, to be tried and not kept.
"""
import json
import sys

SOURCES = [("synthetic_dev300", name) for name in ("PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4")]
SOURCES += [("claus_2020", name) for name in ("bdi", "shaps", "who", "hamd")]
SOURCES += [("btheb", None), ("jacobson_1989", "das"), ("jacobson_1989", "gds")]
WILCOXON = {"n_zero": "n_zero", "n_nonzero": "n_nonzero", "V_sum_positive_ranks": "sum_of_positive_ranks",
            "rank_biserial": "rank_biserial", "hodges_lehmann_exact_nonzero": "hodges_lehmann_exact_nonzero",
            "r_conf_int": "r_conf_int"}
EFFECTS = {"dz": "dz", "dz_ci95_noncentral_t": "dz_ci95", "d_av_mean_of_sds": "d_av_mean_of_sds",
           "d_av_root_mean_var": "d_av_root_mean_var", "d_av_root_mean_var_ci95_bonett": "d_av_root_mean_var_ci95",
           "d_rm": "d_rm", "d_rm_ci95_borenstein": "d_rm_ci95", "glass_delta_base_sd": "glass_delta",
           "g_z_exactJ": "g_z", "g_av_exactJ": "g_av"}
RELIABLE = ("reliability", "sd_base_used", "mean_base_used", "sem", "s_diff", "critical", "raw_change_threshold",
            "direction", "cutoff_a", "cutoff_b", "cutoff_c")

cases = []
for file, name in SOURCES:
    with open(f"{sys.argv[1]}/{file}.json") as source:
        block = json.load(source)
    block = block[name] if name else block
    reliable = block.get("rci_last_vs_first") or block.get("rci_c")
    paired = block.get("paired") or list(block["paired_vs_baseline"].values())[-1]
    parameters = block.get("rci_parameters") or block.get("parameters")
    case = {"name": f"{file} {name or ''}".strip(),
            "improved": reliable["reliable_only"]["improved"],
            "deteriorated": reliable["reliable_only"]["deteriorated"],
            "functional_mean": parameters["m_functional"], "functional_sd": parameters["sd_functional"]}
    case.update({key: reliable[key] for key in RELIABLE})
    if file.startswith("synthetic") or "--everybody" in sys.argv:
        rows = reliable["per_participant"]
        assert len(rows) == paired["n_pairs"]
        case["people"] = {"baseline": [r["base"] for r in rows], "follow_up": [r["follow"] for r in rows],
                          "index": [r["rci"] for r in rows],
                          "wilcoxon_p": paired["wilcoxon"]["r_default"]["p"]}
        case["people"].update({ours: paired["wilcoxon"][key] for key, ours in WILCOXON.items()})
        case["people"].update({ours: paired["effect_size"][key] for key, ours in EFFECTS.items()})
    cases.append(case)

with open("cohorts.json", "w") as file:
    file.write('{"software": "R version 4.2.2 Patched (2022-11-10 r83330)", "cases": [\n  ')
    file.write(",\n  ".join(json.dumps(case) for case in cases) + "\n]}\n")
