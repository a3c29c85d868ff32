package columna.reference.attention;

/**
 * What a layer saw and made of a window: {@code before, query, key, value, attended} are {@code [window][width]}, {@code weights}
 * {@code [head][t][u]}, {@code after = before + O attended}.
 */
record LayerPass(double[][] before, double[][] query, double[][] key, double[][] value, double[][][] weights, double[][] attended,
        double[][] after) {

    static LayerPass of(AttentionParameters.Layer layer, double[][] before, int heads) {
        double[][] query = Products.each(layer.query(), before);
        double[][] key = Products.each(layer.key(), before);
        double[][] value = Products.each(layer.value(), before);
        double[][][] weights = new double[heads][before.length][];
        double[][] attended = new double[before.length][before[0].length];
        int headWidth = before[0].length / heads;
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < before.length; t++) {
                weights[h][t] = attention(query[t], key, t, h * headWidth, headWidth);
                for (int u = 0; u <= t; u++) {
                    for (int i = h * headWidth; i < (h + 1) * headWidth; i++) {
                        attended[t][i] += weights[h][t][u] * value[u][i];
                    }
                }
            }
        }
        double[][] after = Products.each(layer.output(), attended);
        for (int t = 0; t < after.length; t++) {
            Products.add(1, before[t], after[t]);
        }
        return new LayerPass(before, query, key, value, weights, attended, after);
    }

    /** Softmax over u = 0 .. t; the largest score is taken off first. */
    private static double[] attention(double[] query, double[][] key, int t, int from, int headWidth) {
        double[] weights = new double[t + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int u = 0; u <= t; u++) {
            for (int i = from; i < from + headWidth; i++) {
                weights[u] += query[i] * key[u][i];
            }
            weights[u] /= Math.sqrt(headWidth);
            largest = Math.max(largest, weights[u]);
        }
        double sum = 0;
        for (int u = 0; u <= t; u++) {
            weights[u] = StrictMath.exp(weights[u] - largest);
            sum += weights[u];
        }
        for (int u = 0; u <= t; u++) {
            weights[u] /= sum;
        }
        return weights;
    }

    /** Adds the layer's gradient and returns {@code dL/dbefore}, with {@code dL/dafter} given, through the heads that carry. */
    double[][] backward(AttentionParameters.Layer layer, AttentionParameters.Layer gradient, double[][] errors, boolean[] carries) {
        int window = before.length;
        int width = before[0].length;
        double[][] toBefore = new double[window][];
        double[][] queryErrors = new double[window][width];
        double[][] keyErrors = new double[window][width];
        double[][] valueErrors = new double[window][width];
        for (int t = 0; t < window; t++) {
            toBefore[t] = errors[t].clone();
            double[] attendedError = new double[width];
            Products.backward(layer.output(), gradient.output(), errors[t], attended[t], attendedError);
            for (int h = 0; h < carries.length; h++) {
                if (carries[h]) {
                    throughHead(h, t, attendedError, queryErrors[t], keyErrors, valueErrors);
                }
            }
        }
        for (int t = 0; t < window; t++) {
            Products.backward(layer.query(), gradient.query(), queryErrors[t], before[t], toBefore[t]);
            Products.backward(layer.key(), gradient.key(), keyErrors[t], before[t], toBefore[t]);
            Products.backward(layer.value(), gradient.value(), valueErrors[t], before[t], toBefore[t]);
        }
        return toBefore;
    }

    /** {@code dL/da_u = dL/do v_u}, {@code dL/ds_u = a_u (dL/da_u - sum_w a_w dL/da_w)}, s the scores. */
    private void throughHead(int head, int t, double[] attendedError, double[] queryError, double[][] keyErrors, double[][] valueErrors) {
        int headWidth = attendedError.length / weights.length;
        int from = head * headWidth;
        double[] a = weights[head][t];
        double[] weightErrors = new double[a.length];
        double mean = 0;
        for (int u = 0; u <= t; u++) {
            for (int i = from; i < from + headWidth; i++) {
                weightErrors[u] += attendedError[i] * value[u][i];
                valueErrors[u][i] += a[u] * attendedError[i];
            }
            mean += a[u] * weightErrors[u];
        }
        for (int u = 0; u <= t; u++) {
            double scoreError = a[u] * (weightErrors[u] - mean) / Math.sqrt(headWidth);
            for (int i = from; i < from + headWidth; i++) {
                queryError[i] += scoreError * key[u][i];
                keyErrors[u][i] += scoreError * query[t][i];
            }
        }
    }
}
