/**
 * A small causal self-attention network that learns online and sends its gradient through a part of its heads only: the counterpart of
 * sparse transport in recurrent networks (Merin 2026; the paper's set-up is not available, ours is an assumption throughout). Below it are
 * the updates of every time step and the random streams.
 */
package columna.reference.attention;
