package columna.reference.learning;

import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Activation;
import columna.reference.network.NetworkSpec.Norm;
import columna.reference.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/** A network as blocks in the order of computation, joined by wires, with the places where an observer may look. */
final class LayerStack {

    final List<Block> blocks = new ArrayList<>();
    final List<Wire> wires = new ArrayList<>();
    final List<Tap> forwardTaps = new ArrayList<>();
    final List<Tap> backwardTaps = new ArrayList<>();
    final List<Lru> cells = new ArrayList<>();
    final Wire input;
    final LossBlock loss;

    private final NetworkSpec spec;
    private final LearningRule rule;
    private final Set<Quirk> quirks;
    private final Weights weights;
    private final List<DropoutMask> masks = new ArrayList<>();
    private final int capacity;
    private int instantaneous;

    /** The network for sequences of at most {@code capacity} time steps. */
    LayerStack(NetworkSpec spec, LearningRule rule, Set<Quirk> quirks, Weights weights, int capacity) {
        this.spec = spec;
        this.rule = rule;
        this.quirks = quirks;
        this.weights = weights;
        this.capacity = capacity;
        input = wire(spec.inputs());
        Wire stream = spec.encoder() ? affine("enc.W", "enc.b", input, spec.width()) : input;
        for (int layer = 0; layer < spec.layers(); layer++) {
            stream = layer(layer, stream);
        }
        stream = head(stream);
        Wire output = spec.decoder() ? affine("dec.W", "dec.b", stream, spec.outputs() * spec.classes()) : stream;
        loss = LossBlock.of(spec, output);
        blocks.add(loss);
        tap(Signal.OUTPUT, Signal.ERROR_OUTPUT, Observer.NETWORK, output);
        if (loss instanceof CrossEntropy crossEntropy) {
            forwardTaps.add(new Tap.Recorded(Signal.PROBABILITY, Observer.NETWORK, crossEntropy.probability(), new double[0][]));
        }
    }

    private Wire head(Wire stream) {
        return switch (spec.head()) {
            case NetworkSpec.Head.Direct() -> stream;
            case NetworkSpec.Head.RunningMean() -> {
                Wire mean = wire(spec.width());
                blocks.add(new RunningMean(stream, mean));
                instantaneous = blocks.size();
                yield mean;
            }
            case NetworkSpec.Head.Readout(int units) -> {
                Wire rectified = wire(units);
                blocks.add(new Rectifier(affine("readout.W", "readout.b", stream, units), rectified));
                yield rectified;
            }
        };
    }

    /** New masks for a sequence, each with a random stream of its own order. */
    void drop(Dropout dropout) {
        if (dropout.rate() == 0) {
            masks.forEach(DropoutMask::none);
            return;
        }
        UniformRandomProvider random = new RandomStreams(dropout.seed()).stream("dropout");
        masks.forEach(mask -> mask.draw(Real.from(dropout.rate()), random));
    }

    private DropoutMask mask() {
        DropoutMask mask = new DropoutMask(spec.width());
        masks.add(mask);
        return mask;
    }

    private Wire layer(int layer, Wire stream) {
        String prefix = "layers." + layer + ".";
        tap(Signal.RESIDUAL, Signal.ERROR_RESIDUAL, layer, stream);
        Wire cellInput = wire(spec.width());
        blocks.add(spec.norm() == Norm.PRE ? normalisation(prefix, stream, cellInput) : new Copy(stream, cellInput));
        tap(Signal.CELL_INPUT, Signal.ERROR_CELL_INPUT, layer, cellInput);
        Wire branch = activation(prefix, layer, cell(prefix, layer, cellInput));
        Wire sum = spec.skip() ? residual(stream, branch) : branch;
        Wire output = spec.norm() == Norm.POST ? wire(spec.width()) : sum;
        if (spec.norm() == Norm.POST) {
            blocks.add(normalisation(prefix, sum, output));
        }
        tap(Signal.LAYER_OUTPUT, Signal.ERROR_LAYER_OUTPUT, layer, output);
        return output;
    }

    private Wire cell(String prefix, int layer, Wire cellInput) {
        Wire output = wire(spec.width());
        switch (spec.cell()) {
            case LRU -> {
                Lru lru = new Lru(prefix, weights, rule, cellInput, output);
                blocks.add(lru);
                cells.add(lru);
                tapLru(layer, lru);
            }
            case RNN -> {
                LinearRnn rnn = new LinearRnn(prefix, weights, rule, quirks, cellInput, output);
                addReal(layer, rnn);
                rnn.traceRows().forEach((signal, rows) -> backwardTaps.add(new Tap.Current(signal, layer, rows, new double[0][])));
            }
            case GRU -> {
                Gru gru = new Gru(prefix, weights, rule, quirks, cellInput, output);
                addReal(layer, gru);
                forwardTaps.add(new Tap.Recorded(Signal.RESET_GATE, layer, gru.reset, new double[0][]));
                forwardTaps.add(new Tap.Recorded(Signal.UPDATE_GATE, layer, gru.update, new double[0][]));
                forwardTaps.add(new Tap.Recorded(Signal.CANDIDATE, layer, gru.candidate, new double[0][]));
            }
        }
        if (spec.cell().hasFeedthrough()) {
            blocks.add(FeedthroughBlock.of(spec.feedthrough(), prefix + "D", weights, cellInput, output));
        }
        instantaneous = blocks.size();
        tap(Signal.CELL_OUTPUT, Signal.ERROR_CELL_OUTPUT, layer, output);
        return output;
    }

    private void addReal(int layer, RealCell cell) {
        blocks.add(cell);
        forwardTaps.add(new Tap.Recorded(Signal.HIDDEN, layer, cell.hidden, new double[0][]));
        backwardTaps.add(new Tap.Recorded(Signal.DELTA, layer, cell.delta, new double[0][]));
    }

    private void tapLru(int layer, Lru lru) {
        forwardTaps.add(new Tap.Recorded(Signal.DRIVE, layer, lru.drive.re(), lru.drive.im()));
        forwardTaps.add(new Tap.Recorded(Signal.HIDDEN, layer, lru.hidden.re(), lru.hidden.im()));
        backwardTaps.add(new Tap.Recorded(Signal.DELTA, layer, lru.delta.re(), lru.delta.im()));
        if (lru.credit() instanceof TraceCredit traces) {
            backwardTaps.add(new Tap.Current(Signal.TRACE_LAMBDA, layer, traces.lambda()));
            backwardTaps.add(new Tap.Current(Signal.TRACE_GAMMA, layer, traces.gamma()));
            backwardTaps.add(new Tap.Current(Signal.TRACE_B, layer, traces.b()));
        }
    }

    private Wire activation(String prefix, int layer, Wire y) {
        if (spec.activation() == Activation.NONE) {
            return y;
        }
        Wire activated = wire(spec.width());
        blocks.add(new Gelu(y, activated, mask()));
        tap(Signal.GELU, Signal.ERROR_GELU, layer, activated);
        return spec.activation() == Activation.FULL_GLU ? gatedLinearUnit(prefix, layer, activated) : activated;
    }

    private Wire gatedLinearUnit(String prefix, int layer, Wire activated) {
        Wire value = affine(prefix + "glu.W1", prefix + "glu.b1", activated, spec.width());
        Wire gatePath = affine(prefix + "glu.W2", prefix + "glu.b2", activated, spec.width());
        Wire product = wire(spec.width());
        Gate gate = new Gate(value, gatePath, product, mask());
        blocks.add(gate);
        tap(Signal.GLU_VALUE, Signal.ERROR_GLU_VALUE, layer, value);
        tap(Signal.GLU_GATE_INPUT, Signal.ERROR_GLU_GATE_INPUT, layer, gatePath);
        forwardTaps.add(new Tap.Recorded(Signal.GLU_GATE, layer, gate.gate(), new double[0][]));
        tap(Signal.GLU_PRODUCT, Signal.ERROR_GLU_PRODUCT, layer, product);
        return product;
    }

    private LayerNormalisation normalisation(String prefix, Wire from, Wire to) {
        return new LayerNormalisation(prefix, weights, Real.from(spec.epsilon()), from, to);
    }

    private Wire residual(Wire stream, Wire branch) {
        Wire sum = wire(spec.width());
        blocks.add(new Residual(stream, branch, sum));
        return sum;
    }

    private Wire affine(String matrix, String bias, Wire from, int size) {
        Wire to = wire(size);
        blocks.add(new Affine(matrix, bias, weights, from, to));
        return to;
    }

    private Wire wire(int size) {
        Wire wire = Wire.of(capacity, size);
        wires.add(wire);
        return wire;
    }

    private void tap(Signal value, Signal error, int layer, Wire wire) {
        forwardTaps.add(new Tap.Recorded(value, layer, wire.value(), new double[0][]));
        backwardTaps.add(new Tap.Recorded(error, layer, wire.error(), new double[0][]));
    }

    int capacity() {
        return capacity;
    }

    /** The first block from which on a time step depends on no other. */
    int instantaneous() {
        return instantaneous;
    }
}
