package columna.sim.timing;

/** What the arbiter answered to all senders of a channel. */
final class ChannelTally {

    private final long[] refusals = new long[Refusal.values().length];
    private long grants;

    void granted() {
        grants++;
    }

    void refused(Refusal reason) {
        refusals[reason.ordinal()]++;
    }

    StepOutcome.Traffic traffic(String channel) {
        return new StepOutcome.Traffic(
                channel,
                grants,
                refusals[Refusal.SEGMENT.ordinal()],
                refusals[Refusal.ROOM.ordinal()],
                refusals[Refusal.PARTNER.ordinal()]);
    }
}
