package columna.sim.program;

import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of a program as it stands in the papers:
 *
 * <pre>{@code
 * lru.trace.B[n,h] := lru.lambda[n]*lru.trace.B[n,h] + lru.gamma[n]*z[h]
 * y[h] := re(lru.C[n,h]*lru.h[n])         sums over n, which the left side lacks
 * a[h] := gelu(y[h])                      a declared table
 * peak[b] := max(o[b,c])
 * send y[h] -> layer0.y        receive z[h] <- layer0.z
 * }</pre>
 *
 * A product has at most two factors and an optional power of two ({@code 2^-3*a*b}); factors may be wrapped in
 * {@code conj}, {@code re}, {@code im}; {@code re(a*b)} takes the real part of the product; {@code := 0} clears. A factor that
 * has an index twice is the diagonal of its matrix: {@code d[n] := A[n,n]}.
 */
final class EquationParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(:=|->|<-|2\\^-?\\d+|[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]+)*|[-+*(),\\[\\]]|0)");

    private final Map<String, Memory> memories;
    private final Map<String, Table> tables;
    private final Map<String, Axis> axes = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private String line = "";
    private int next;

    EquationParser(Map<String, Memory> memories, Map<String, Table> tables) {
        this.memories = memories;
        this.tables = tables;
        memories.values().forEach(memory -> memory.axes().forEach(axis -> axes.put(axis.name(), axis)));
    }

    MicroOperation parse(String equation, boolean learning) {
        line = equation;
        tokenise();
        MicroOperation operation =
                switch (tokens.getFirst()) {
                    case "send" -> transfer(learning, true);
                    case "receive" -> transfer(learning, false);
                    default -> assignment(learning);
                };
        if (next != tokens.size()) {
            throw unexpected("the end of the line");
        }
        return operation;
    }

    private void tokenise() {
        tokens.clear();
        next = 0;
        Matcher matcher = TOKEN.matcher(line);
        int position = 0;
        while (position < line.length() && matcher.find(position) && matcher.start() == position) {
            tokens.add(matcher.group(1));
            position = matcher.end();
        }
        if (!line.substring(position).isBlank() || tokens.isEmpty()) {
            throw new IllegalArgumentException("cannot read '" + line + "' from '" + line.substring(position) + "'");
        }
    }

    private MicroOperation transfer(boolean learning, boolean sends) {
        next++;
        Operand operand = whole();
        expect(sends ? "->" : "<-");
        String channel = take();
        return sends ? new Send(operand, channel, learning) : new Receive(operand, channel, learning);
    }

    private MicroOperation assignment(boolean learning) {
        Operand destination = whole();
        expect(":=");
        String first = peek();
        if (first.equals("0")) {
            next++;
            return new SumOfProducts(destination, List.of(), learning);
        }
        if (tables.containsKey(first)) {
            next++;
            return new LookUp(destination, tables.get(first), parenthesised(), learning);
        }
        if (first.equals("max")) {
            next++;
            return new Maximum(destination, parenthesised(), learning);
        }
        return new SumOfProducts(destination, sum(), learning);
    }

    private Operand parenthesised() {
        expect("(");
        Operand operand = whole();
        expect(")");
        return operand;
    }

    private Operand whole() {
        Operand operand = operand();
        if (operand.isDiagonal()) {
            throw new IllegalArgumentException("'" + line + "' uses the diagonal " + operand + "; only a factor of a sum may be one");
        }
        return operand;
    }

    private List<Term> sum() {
        List<Term> terms = new ArrayList<>();
        int sign = accept("-") ? -1 : 1;
        terms.add(term(sign));
        while (next < tokens.size()) {
            sign = accept("-") ? -1 : 1;
            if (sign > 0) {
                expect("+");
            }
            terms.add(term(sign));
        }
        return terms;
    }

    private Term term(int sign) {
        if (peek().equals("re") && !isSingleOperandInParentheses()) {
            next += 2;
            Term product = product(sign);
            expect(")");
            return new Term(sign, product.exponent(), true, product.left(), product.right());
        }
        return product(sign);
    }

    private Term product(int sign) {
        int exponent = 0;
        if (peek().startsWith("2^")) {
            exponent = Integer.parseInt(take().substring(2));
            expect("*");
        }
        Operand left = operand();
        Optional<Operand> right = accept("*") ? Optional.of(operand()) : Optional.empty();
        return new Term(sign, exponent, false, left, right);
    }

    /** Distinguishes {@code re(a[n])}, a factor, from {@code re(a[n]*b[n])}, a term. */
    private boolean isSingleOperandInParentheses() {
        int depth = 0;
        for (int i = next + 1; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case "(" -> depth++;
                case ")" -> {
                    if (--depth == 0) {
                        return true;
                    }
                }
                case "*" -> {
                    if (depth == 1) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private Operand operand() {
        Part part =
                switch (peek()) {
                    case "conj" -> Part.CONJUGATE;
                    case "re" -> Part.REAL;
                    case "im" -> Part.IMAGINARY;
                    default -> Part.WHOLE;
                };
        if (part == Part.WHOLE) {
            return indexed(part);
        }
        next++;
        expect("(");
        Operand operand = indexed(part);
        expect(")");
        return operand;
    }

    private Operand indexed(Part part) {
        String name = take();
        Memory memory = memories.get(name);
        if (memory == null) {
            throw new IllegalArgumentException("'" + line + "' uses " + name + ", which is not declared; declared are "
                    + memories.keySet());
        }
        List<Axis> indices = new ArrayList<>();
        if (accept("[")) {
            do {
                String index = take();
                Axis axis = axes.get(index);
                if (axis == null) {
                    throw new IllegalArgumentException("'" + line + "' uses index " + index + "; known are " + axes.keySet());
                }
                indices.add(axis);
            } while (accept(","));
            expect("]");
        }
        return new Operand(memory, indices, part);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next >= tokens.size()) {
            throw unexpected("more");
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        String found = next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end";
        return new IllegalArgumentException("'" + line + "' has " + found + " where " + wanted + " is expected");
    }
}
