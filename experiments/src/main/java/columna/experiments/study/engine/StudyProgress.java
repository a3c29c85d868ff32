package columna.experiments.study.engine;

/** What a study tells while it goes on. Called by its threads, one at a time; an implementation may not throw. */
public interface StudyProgress {

    /**
     * How far it has come.
     *
     * @param finished points that are finished, those of earlier runs included
     * @param points points of the study, as far as is known
     * @param computing computations that go on now
     */
    void now(long finished, long points, int computing);
}
