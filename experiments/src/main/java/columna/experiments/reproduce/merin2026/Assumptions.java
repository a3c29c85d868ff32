package columna.experiments.reproduce.merin2026;

import java.util.List;

/** What the paper leaves open, and where the result differs from it. */
final class Assumptions {

    private Assumptions() {}

    static final List<String> SENTENCES = List.of(
            "The paper's protocol is not public (network inputs, initial weights, rates, lengths, the drift, the formula of recovery): all of it"
                    + " is our assumption, so that its numbers are compared in order of magnitude and order only.",
            "Networks: W is 0.9 times a random orthogonal matrix, W_x is 0.3 N(0, 1/m), W_o is N(0, 1/n), biases 0, doubles.",
            "Learning: mean squared error at every time step, an update after each, Adam 1e-3 (0.9, 0.999, 1e-8) or SGD 1e-2, norm of the gradient"
                    + " at most 1; 2,500 steps under full RTRL, then the change and 1,500 steps under each method.",
            "At the change weights and hidden state stay; influence, traces and moments start at 0 under every method.",
            "Whether the read-out goes on learning after the change is unknown: sine and drift are measured both ways, both are shown.",
            "Tasks: a sine five steps ahead, period 20 to 12; Lorenz one step ahead, rho 28 to 45; drift is Lorenz seen through another random"
                    + " orthogonal matrix, a stand-in for the primate data, which are not available.",
            "E is the mean squared error over the last fifth of the adaptation; R_frozen = 100 (E_frozen - E) / (E_frozen - E_full) and"
                    + " R_0 = 100 (E_eligibility - E) / (E_eligibility - E_full), each per seed.",
            "R_frozen does not discriminate: nearly every method that learns at all is near 100 there; the paper's recoveries are therefore"
                    + " compared with R_0, whose zero is the eligibility trace that decays by 0.95, the weak meaning of k = 0.",
            "k = 0 means two things: the immediate derivative alone, and that eligibility trace; every statement says which one it is about.",
            "Paths are chosen once, for each target unit on its own, and are not rescaled by n/k; an LSTM's own cell path is always kept.",
            "Attention: two layers of six heads of width 4 over the latest 16 inputs, no normalisation, no feed-forward block; heads that carry"
                    + " the gradient are drawn once; the output matrix of a layer always has its exact gradient.",
            "The calibration's rows used inputs of deviation 1 / sqrt(m) instead of 0.3 / sqrt(m); they are measured with that here, by their own"
                    + " random numbers, and compared within a factor of ten.",
            "Pre-training under full RTRL and Adam is chaotic: adding up the same gradient's norm in another order changed one seed's tail error"
                    + " from 2e-6 to 1e-4; equal seeds give equal bits here, but only distributions can be compared with other programs.",
            "Differs: on the sine under SGD, the drift and delayed recall the immediate derivative alone is about as good as one to four paths,"
                    + " as the author's follow-up paper says (arXiv 2603.28750); every set-up has the step from k = 0 only if k = 0 means the"
                    + " eligibility trace.",
            "Differs: selections differ by up to a factor of three on delayed recall and by a third on the drift, yet not as an adversary would have"
                    + " it: the paths of smallest weight are no worse there than random ones.",
            "Differs: under Adam full RTRL is often not the best method, so that recoveries above 100 occur, as in the calibration.",
            "Differs: an LSTM with k = 4 equals full RTRL by R_frozen; the little error that is left is several times that of full RTRL.",
            "Differs: at the change the Jacobian's condition number is in the abstract's range under SGD and early in pre-training, and grows with"
                    + " the saturation of units under Adam.",
            "Differs: attention hardly needs its gradient for the sine, whose heads can stay as they are; delayed recall is added because heads"
                    + " must attend elsewhere after its change.",
            "The control without continuous error is not measured.");
}
