import type { expectedThreats } from '@/lib/cli/expected-threats'

/** As `expectedThreats`, for Kubernetes manifests and a Dockerfile, by their path below the folder of inputs. */
export const expectedClusterThreats: typeof expectedThreats = {
  'k8s/badpods-everything-allowed': [
    { worst: 'Pods are privileged.', where: 'everything-allowed', ids: ['D-E-02'] },
    { worst: "The node's whole filesystem is mounted writable.", where: '', ids: ['D-T-11'] },
    { worst: "They see and signal the node's processes.", where: 'everything-allowed', ids: ['D-E-09'] },
    { worst: "They use the node's network.", where: 'everything-allowed', ids: ['D-E-21'] },
    { worst: 'They run as root.', where: 'everything-allowed', ids: ['K-E-08'] },
  ],
  'k8s/kubernetes-goat': [
    { worst: 'A privileged pod watches the node.', where: 'system-monitor', ids: ['D-E-02'] },
    { worst: 'The runtime socket is mounted.', where: 'health-check', ids: ['D-E-04'] },
    { worst: 'An account is bound to cluster-admin.', where: 'superadmin', ids: ['K-E-01'] },
    { worst: "The node's filesystem is mounted.", where: '', ids: ['D-T-11', 'D-I-07'] },
    { worst: "A pod's token reads secrets or more.", where: '', ids: ['K-S-05'] },
  ],
  'k8s/guestbook.yaml': [
    { worst: 'Redis takes commands from any pod without a password.', where: 'redis', ids: ['X-S-03'] },
    { worst: 'Every pod can reach every other.', where: 'Namespace', ids: ['K-I-09'] },
    { worst: 'Processes run as root, or nothing keeps them from it.', where: '', ids: ['K-E-08', 'K-E-25'] },
    { worst: 'One pod takes all memory of its node.', where: '', ids: ['D-D-01'] },
    { worst: 'A flaw in a pod may be used to gain privileges.', where: '', ids: ['K-E-07'] },
  ],
  'k8s/online-boutique.yaml': [
    { worst: 'The cart store asks nobody for a password.', where: 'redis-cart', ids: ['X-S-03'] },
    { worst: 'The shop is open to the outside by a load balancer.', where: 'frontend', ids: ['K-I-20'] },
    { worst: 'Every pod can reach every other.', where: 'Namespace', ids: ['K-I-09'] },
    { worst: 'No system call filter is set.', where: '', ids: ['K-E-24'] },
    { worst: 'Images can change under their tag.', where: '', ids: ['D-T-10', 'K-T-22', 'K-S-22'] },
  ],
  'k8s/ingress-nginx-kind.yaml': [
    { worst: 'The controller gets no more fixes.', where: 'ingress-nginx-controller', ids: ['K-E-34'] },
    { worst: "Its token reads the cluster's secrets.", where: 'ingress-nginx', ids: ['K-S-05', 'K-I-18'] },
    { worst: 'Its role reads secrets in every namespace.', where: 'ClusterRole', ids: ['K-I-01'] },
    { worst: 'It claims ports of the node.', where: 'ingress-nginx-controller', ids: ['K-E-19'] },
    { worst: 'A role may change admission webhooks.', where: 'ClusterRole', ids: ['K-T-08'] },
  ],
  'dockerfile/vote.Dockerfile': [
    { worst: 'The image runs as root.', where: '', ids: ['D-E-01'] },
    { worst: 'The base image can change under its tag.', where: '', ids: ['D-T-33', 'D-T-10'] },
    { worst: 'Known flaws may be in what is installed.', where: '', ids: ['D-T-07'] },
    { worst: 'More than is needed is installed, such as curl.', where: '', ids: ['D-E-13'] },
    { worst: 'Everything in the folder is copied in, secrets too.', where: '', ids: ['D-I-02', 'D-I-13'] },
  ],
}
