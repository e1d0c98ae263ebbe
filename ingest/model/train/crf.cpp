// Loss of whole legal tag sequences instead of single tags: −log P(gold) over all legal B I E S ways through a segment,
// and its gradient (marginal − gold). There are no transition scores: a way is legal or not.
//   g++ -O3 -march=native -ffast-math -shared -fPIC crf.cpp -o crf.so      (crf.py does it)
#include <cmath>
#include <vector>

constexpr int TYPES = 13, TAGS = 1 + 4 * TYPES;

// State before a character: 0 closed, 1 + t open in type t. One tag each: O and S stay closed, B opens, I stays, E closes.
// The gold is one tag a character, or with `soft` a teacher's marginals: then the gradient is marginal − marginal.
static double segment(const float* scores, const long* labels, const float* soft, long n, bool open_left, bool open_right, float* grad,
                      std::vector<float>& e, std::vector<double>& f) {
  e.resize(n * TAGS);
  f.resize((n + 1) * (TYPES + 1));
  double loss = 0;
  f[0] = 1;
  for (int t = 0; t < TYPES; t++) f[1 + t] = open_left ? 1 : 0;
  for (long i = 0; i < n; i++) {
    const float* s = scores + i * TAGS;
    float* p = &e[i * TAGS];
    float top = s[0];
    for (int k = 1; k < TAGS; k++) top = s[k] > top ? s[k] : top;
    for (int k = 0; k < TAGS; k++) p[k] = std::exp(s[k] - top);
    const double* a = &f[i * (TYPES + 1)];
    double* b = &f[(i + 1) * (TYPES + 1)];
    double closed = a[0] * p[0], sum = 0;
    for (int t = 0; t < TYPES; t++) {
      const float* q = p + 1 + 4 * t;  // B I E S
      closed += a[1 + t] * q[2] + a[0] * q[3];
      b[1 + t] = a[0] * q[0] + a[1 + t] * q[1];
      sum += b[1 + t];
    }
    b[0] = closed;
    sum += closed;
    for (int t = 0; t <= TYPES; t++) b[t] /= sum;
    loss += std::log(sum) + top;
    if (soft) {
      for (int k = 0; k < TAGS; k++) loss -= soft[i * TAGS + k] * s[k];
    } else if (labels) {
      loss -= s[labels[i]];
    }
  }
  double b[TYPES + 1], a[TYPES + 1], end = 0;
  const double* last = &f[n * (TYPES + 1)];
  for (int t = 0; t <= TYPES; t++) {
    b[t] = t == 0 || open_right ? 1 : 0;
    end += last[t] * b[t];
  }
  loss += std::log(end);
  for (long i = n - 1; i >= 0; i--) {
    const float* p = &e[i * TAGS];
    const double* l = &f[i * (TYPES + 1)];
    float* g = grad + i * TAGS;
    double closed = p[0] * b[0], total;
    g[0] = l[0] * p[0] * b[0];
    total = g[0];
    for (int t = 0; t < TYPES; t++) {
      const float* q = p + 1 + 4 * t;
      float* h = g + 1 + 4 * t;
      closed += q[0] * b[1 + t] + q[3] * b[0];
      a[1 + t] = q[1] * b[1 + t] + q[2] * b[0];
      h[0] = l[0] * q[0] * b[1 + t];
      h[1] = l[1 + t] * q[1] * b[1 + t];
      h[2] = l[1 + t] * q[2] * b[0];
      h[3] = l[0] * q[3] * b[0];
      total += h[0] + h[1] + h[2] + h[3];
    }
    a[0] = closed;
    double scale = 0;
    for (int t = 0; t <= TYPES; t++) scale += a[t];
    for (int t = 0; t <= TYPES; t++) b[t] = a[t] / scale;
    for (int k = 0; k < TAGS; k++) g[k] = g[k] / total - (soft ? soft[i * TAGS + k] : 0);
    if (!soft && labels) g[labels[i]] -= 1;
  }
  return loss;
}

// Segments [starts[j], ends[j]) of one long array; grad is zero outside them. Returns the summed loss.
// With neither labels nor soft, grad becomes the marginals.
extern "C" double crf(const float* scores, const long* labels, const float* soft, long count, const long* starts, const long* ends,
                      const unsigned char* open_left, const unsigned char* open_right, float* grad) {
  std::vector<float> e;
  std::vector<double> f;
  double loss = 0;
  for (long j = 0; j < count; j++)
    loss += segment(scores + starts[j] * TAGS, labels ? labels + starts[j] : nullptr,
                    soft ? soft + starts[j] * TAGS : nullptr, ends[j] - starts[j], open_left[j], open_right[j],
                    grad + starts[j] * TAGS, e, f);
  return loss;
}
