package columna.reference.dense.adaptation;

import columna.reference.dense.DenseSpec;
import columna.reference.online.OnlineUpdate;
import java.util.List;

/**
 * @param network the network's shape
 * @param inputGain the deviation of a fresh input weight times {@code sqrt(m)}
 * @param update the optimiser, before and after the change
 * @param readoutAdapts whether the read-out learns after the change; before it, it always does
 * @param pretraining the method before the change
 * @param methods the methods after the change, each from the same weights and the same state
 */
public record AdaptationSpec(
        DenseSpec network, double inputGain, OnlineUpdate update, boolean readoutAdapts, Method pretraining, List<Method> methods) {

    public AdaptationSpec {
        methods = List.copyOf(methods);
    }
}
